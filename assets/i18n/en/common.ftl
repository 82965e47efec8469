### Words that several pages share.

## Actions of a person, the same word everywhere
save = Save
cancel = Cancel
done = Done
add = Add
edit = Edit
delete = Delete
undo = Undo
redo = Redo
find = Find
import = Import
export = Export
print = Print
move = Move
drop = Drop
backup = Backup
restore = Restore
open = Open
open-again = Open again
start-over = Start over
copy = Copy
close = Close
choose = Choose
show = Show
back = Back
next = Next
start-now = Start now
more = More
retry = Try again
meet-new-person = Meet a new person
meet = Meet
call-person = Call
message-person = Message
new-entry = New entry
new-person = New person
how-did-it-go = How did it go?

## Pages and their groups in the rail
page-today = Today
page-diary = Diary
page-list = List
page-structure = Structure
page-onboarding = Onboarding
page-plan = Plan
page-figures = Key figures
page-training = Training
page-tools = Tools
page-settings = Settings
group-now = Now
group-people = People
group-progress = Progress

## Parts of the programme
programme-of-day = The day
agenda = Agenda
chronicle = Chronicle
unfinished = Unfinished
first-three-days = First three days
first-steps = First steps
evening-review = Evening review
weekly-review = Weekly review
snapshot = Snapshot
promise = Promise
cadence = How often
sheet = Sheet
goal = goal
points = points
will-be-created = Will be created
unknown-yet = not known yet
no-data = no data
read-from-site = read from the site

## Stages of a person
stage-new = new
stage-first-talk = first talk
stage-saw-presentation = saw a presentation
stage-thinking = thinking it over
stage-registered = registered
stage-not-now = not now
stage-not-for-them = not for them

## Who a person is
relation-close = close
relation-friend = friend
relation-acquaintance = acquaintance
relation-colleague = colleague
relation-referral = referral
role-partner = partner
role-customer = customer

## Entries
priority-urgent = urgent
priority-important = important
priority-necessary = necessary
priority-other = other
kind-meeting = Meeting
kind-event = Event
kind-call = Call
kind-message = Message
kind-task = Task
kind-note = Note
action-call = call
action-invitation = invitation
action-meeting = meeting
action-two-plus-one = 2+1 meeting
action-presentation = presentation
action-follow-up = follow-up talk
action-training = training
action-online-post = online post
state-planned = planned
state-done = done
state-held = held
state-held-event = held
state-dropped = dropped
in-person = in person
online = online

## Days of the week and near days
today = today
tomorrow = tomorrow
yesterday = yesterday
all-day = all day
weekday-monday = Monday
weekday-short-monday = Mon
weekday-tuesday = Tuesday
weekday-short-tuesday = Tue
weekday-wednesday = Wednesday
weekday-short-wednesday = Wed
weekday-thursday = Thursday
weekday-short-thursday = Thu
weekday-friday = Friday
weekday-short-friday = Fri
weekday-saturday = Saturday
weekday-short-saturday = Sat
weekday-sunday = Sunday
weekday-short-sunday = Sun

## Months
month-january = January
month-short-january = Jan
month-february = February
month-short-february = Feb
month-march = March
month-short-march = Mar
month-april = April
month-short-april = Apr
month-may = May
month-short-may = May
month-june = June
month-short-june = Jun
month-july = July
month-short-july = Jul
month-august = August
month-short-august = Aug
month-september = September
month-short-september = Sep
month-october = October
month-short-october = Oct
month-november = November
month-short-november = Nov
month-december = December
month-short-december = Dec

## How dates, weeks and durations are written
date-long = { $day } { $month } { $year }
date-day-month = { $day } { $month }
date-month-year = { $month } { $year }
week-number = week { $week }
week-with-number = { $range } · week { $week }
days-from-now = { $count ->
    [one] in 1 day
   *[other] in { $count } days
}
days-ago = { $count ->
    [one] 1 day ago
   *[other] { $count } days ago
}
duration-hours = { $hours } h
duration-minutes = { $minutes } min
duration-hours-minutes = { $hours } h { $minutes } min
until-time = until { $time }
count-people = { $count ->
    [one] 1 person
   *[other] { $count } people
}
count-days = { $count ->
    [one] 1 day
   *[other] { $count } days
}
count-of-total = { $done } of { $total }

## What fields say
not-understood-date = This date is not clear. For example: 24.11, tomorrow, Friday
not-understood-time = This time is not clear. For example: 11, 14:30, 2pm
not-understood-duration = This length is not clear. For example: 45 min, 1 h 30
not-understood-number = This number is not clear. For example: 1,284.5

## What is said aloud about a table
column-width = Width of the column { $column }
sorted-ascending = { $column }, sorted upwards
sorted-descending = { $column }, sorted downwards

## A form that opens with what was typed before
older-draft = { $what ->
    [entry] Unfinished entry from { $when }
   *[other] Unfinished, from { $when }
}
older-draft-undated = { $what ->
    [entry] Unfinished entry from before
   *[other] Unfinished, from before
}
