### The plan

## The page
plan-subtitle = You plan what you do and watch what comes of it
plan-do = Plan
plan-whose = Whose plan
plan-mine = My plan
plan-setup-title = Rows and days
plan-outcomes = Points, new users and rank are not planned: they depend on many people, and they are measured. What is planned is what depends on you: your actions.

## Nothing yet
plan-empty = Have a plan and you have a business
plan-empty-about = Four actions by day will stand here: new names, calls, 2+1 meetings and trainings. Type how many you want to do this week; what is done counts itself from the diary.
plan-fill-week = Plan this week

## The ladder
plan-levels = Year, 3 months, month, week or day
plan-level-year = Year
plan-level-three-months = 3 months
plan-level-month = Month
plan-level-week = Week
plan-level-day = Day
plan-level-year-of = the year
plan-level-three-months-of = the three months
plan-level-month-of = the month
plan-level-week-of = the week
plan-level-day-of = the day
plan-level-year-sum = year
plan-level-three-months-sum = 3 months
plan-level-month-sum = month
plan-level-week-sum = week
plan-level-day-sum = day
plan-level-year-before = Last year
plan-level-three-months-before = The 3 months before
plan-level-month-before = Last month
plan-level-week-before = Last week
plan-level-day-before = The day before
plan-ladder-note = Days add up to a week, weeks to a month. What is done comes from the diary.

## The goal
plan-my-goal = My goal for the year
plan-goal-of = Goal for the year: { $name }
plan-write-goal = Write the goal
plan-no-goal = No goal is written yet: one, clear, in your own words
plan-goal-written = written on { $date }
plan-goal-title = The goal for the year
plan-goal-about = One clear goal. The program does not say whether it can be reached: that is yours to decide.
plan-goal-what = What the goal is
plan-goal-hint = In the words of the person whose it is
plan-goal-why = What it means
plan-goal-why-hint = What will change when it is reached

## The table
plan-action = Action
plan-of = of
plan-done-word = done
plan-before = Period before
plan-after = Next period
plan-to-today = To today
plan-as-before = As the one before
plan-as-before-about = The plans of the period before come to the same places. Days that are over stay as they are.
plan-as-before-do = Plan it so
plan-rows-on = Rows you switched on
plan-rows-first = Four rows to begin with
plan-more-rows = Another row
plan-whole-period = in all
plan-day-of = day { $day } of { $total }
plan-days-left = { $count ->
    [0] the last day
    [one] { $count } day left
   *[other] { $count } days left
}
plan-only-done = { $done }
plan-unknown-of = not known yet of { $total }
plan-open-done = Entries behind the number, { $row }
plan-open-unknown = Type what was told, { $row }
plan-legend-done = done
plan-legend-today = today
plan-legend-now = now
plan-legend-planned = planned
plan-legend-left = left over
plan-legend-corrected = corrected by hand
plan-keys = change the plan
plan-strip-hint = Choose a cell with the arrows and type a number
plan-strip-hint-about = Tab and Enter go on, Delete clears, Ctrl Z takes back. Enter on a number shows the entries behind it.
plan-strip-typing = Enter takes it, Esc gives it up
plan-show-entries = Entries
plan-correct = Correct what is done
plan-too-many = So many do not fit in these days
plan-changes-day = { $row }, { $day }: from { $before } to { $after }
plan-changes-days = { $row }: changes { $count } days, from { $first } to { $last }
plan-changes-nothing = Nothing changes

## The rules by which what is done counts
plan-rule-new-names = Counts itself: people who came to your list on that day. Whoever was registered before is no new name.
plan-rule-call = Counts itself: calls marked done, and entries counted as a call.
plan-rule-invitation = Counts itself: entries marked done that are counted as an invitation.
plan-rule-meeting = Counts itself: meetings held that are not a 2+1, a presentation or a follow-up talk.
plan-rule-two-plus-one = Counts itself: meetings held with a partner and a prospect. A 2+1 is not also counted as a meeting.
plan-rule-presentation = Counts itself: entries marked done that are counted as a presentation.
plan-rule-follow-up = Counts itself: talks after a presentation that took place.
plan-rule-training = Counts itself: trainings in the diary that took place.
plan-rule-online-post = Counts itself: entries marked done that are counted as an online post.
plan-rule-own = Counts itself: entries marked done that are counted as this kind.
plan-rule-partner = Known from what the partner told, with its date. What was not told is not known yet.
plan-rule-partner-two-plus-one = Your 2+1 meetings together from the diary, and what the partner told of others.
plan-rule-partner-training = Trainings in the diary to which the partner came, and what they told of others.
plan-source-diary = from the diary
plan-source-together = together
plan-source-told = told

## What matters
plan-important = What matters for { $period }
plan-write-important = Write
plan-important-hint = Two or three things in words, without which the rest makes no sense.
plan-important-field = One a line

## Beside the table
plan-before-empty = Nothing was planned then.
plan-around-empty = Nothing is planned yet.
plan-decide-left = Decide what is left
plan-left-decided = What was left is decided.
plan-left-title = What is left
plan-left-about = What was not done is no failure. For each row: carry it over to this period, or let it drop. The plan of the past stays as it was.
plan-left-of = What becomes of: { $row }
plan-carry = Carry over
plan-left-decide = Decide
plan-left-all-dropped = All of it drops; the plan of this period does not change

## What stands behind a number
plan-behind-empty = None on these days so far.
plan-behind-unknown = Not known yet: nothing was done together, and nothing was told.
plan-counts-for = counts for { $count }
plan-corrected-by = corrected by hand: { $by }
plan-correction-back = Take the correction back
plan-correct-about = The diary counts { $count }. The correction is kept and shown.
plan-correct-really = How many there really were
plan-correct-why = Why (if you like)

## What a partner told
plan-tell = Type what was told
plan-told-title = What { $name } told
plan-told-about = For { $days }. Leave empty what was not told: it stays unknown, not zero.
plan-told-beside-together = For 2+1 meetings and trainings type only the others: those together are counted from the diary already.
plan-told-on = When
plan-told-source = How
plan-told-by-call = a call
plan-told-bad = A whole number
plan-told = told { $count } for { $days }, { $date }
plan-told-beyond = told { $count } for { $days }, which is not this period alone, { $date }
plan-together = together { $count }, last { $date }
plan-known = Where it is known from
plan-known-note = together and told

## Rows and days
plan-setup-rows = Rows
plan-setup-rows-about = A new plan has four rows. Switch on another when you really mean to do it.
plan-own-row = A kind of your own
plan-own-row-hint = A kind of your own: samples, leaflets…
plan-setup-days = Working days
plan-setup-days-about = A number for a week, a month or 3 months is spread over these days.
plan-setup-three-months = My three months begin
plan-setup-quarters = with the quarters of the calendar
plan-setup-from = on { $date }

## Printing and the command line
plan-work-print = A plan to print
file-name-plan = plan
plan-page-title = Plan: { $name }
plan-page-week-table = The week by days
plan-page-boxes = Tick one box for each one done.
plan-page-outcomes = Actions are planned; points and rank are measured.
plan-page-talk = What I did · what I keep · what I change
plan-page-sponsor = sponsor
plan-page-done = { $count } done
plan-cli-goal = Goal: { $goal }
