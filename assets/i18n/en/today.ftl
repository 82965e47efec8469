### Today

## The day
today-count-meetings = { $count ->
    [one] 1 meeting
   *[other] { $count } meetings
}
today-count-calls = { $count ->
    [one] 1 call
   *[other] { $count } calls
}
today-count-trainings = { $count ->
    [one] 1 training
   *[other] { $count } trainings
}
today-count-tasks = { $count ->
    [one] 1 task
   *[other] { $count } tasks
}
today-count-messages = { $count ->
    [one] 1 message
   *[other] { $count } messages
}
today-count-events = { $count ->
    [one] 1 event
   *[other] { $count } events
}
today-day-empty = Nothing is written down for today yet. Jot down above whatever comes to mind; the day is sorted in the evening.
today-now = now { $time }
today-all-day = During the day
today-promise = Promise: { $text }
today-invited = invited: { $count }
today-and-more = { $names } and { $count } more
today-age = { $count ->
    [one] turns 1
   *[other] turns { $count }
}
today-open-entry = Open: { $title }
today-tick = Done: { $title }
today-move-tomorrow = To tomorrow
today-move-field = Another date
today-move-hint = Friday, 24.11, +3
today-overdue-more = { $count } more from before
today-programme-more = { $count } more in the diary
today-notes-more = { $count } more

## Notes
today-notes = Notes of today
today-notes-waiting = { $count ->
    [one] 1 waiting to be sorted
   *[other] { $count } waiting to be sorted
}

## Evening review
today-evening-line = sort the day and plan tomorrow
today-evening-streak = { $count ->
    [one] 1 evening in a row
   *[other] { $count } evenings in a row
}
today-evening-left-before = The review was not finished: { $date }
today-evening-left = left at “{ $step }”
today-evening-rest = Rest this evening
today-evening-rest-line = the evenings in a row go on
today-evening-held = The evening review is done
today-evening-held-line = tomorrow is ready

## First three days
today-first-hours = { $count ->
    [one] 1 hour left
   *[other] { $count } hours left
}
today-first-last-hour = less than an hour left
today-first-next = { $progress } · next: { $what }
today-first-all-done = { $progress } · everything agreed is done
today-first-none = The actions are not agreed yet.

## Not in touch for a while
today-silent = Not in touch for a while
today-silent-days = { $days ->
    [one] 1 day, every { $cadence }
   *[other] { $days } days, every { $cadence }
}
today-silent-more = { $count } more
today-silent-empty = People you have not been in touch with for longer than you want will appear here, with one thing to ask each.
today-ask-promise = mention the promise: { $text }
today-ask-information = tell what was asked for: { $text }
today-ask-important = ask about what matters: { $text }
today-ask-goal = ask how the goal is going: { $text }
today-ask-last-talk = last time: { $text } · { $date }
today-ask-last-day = last in touch: { $date }
today-ask-how = ask how things are going
today-call = Call: { $name }
today-message = Message: { $name }
today-snooze = Later: { $name }

## Plan of the week
today-plan = Plan of the week
today-plan-note = { $week } · day { $day }
today-plan-new-names = New names
today-plan-call = Calls
today-plan-invitation = Invitations
today-plan-meeting = Meetings
today-plan-two-plus-one = 2+1 meetings
today-plan-presentation = Presentations
today-plan-follow-up = Follow-up talks
today-plan-training = Trainings
today-plan-online-post = Online posts

## Key figures
today-figures = { $month } so far
today-figures-against = against { $range }
today-points-read = read from the site { $when }
today-points-orders = the sum of orders
today-points-none = type them as the site shows them
today-new-users = new users
today-new-partners = { $count ->
    [one] 1 of them a partner
   *[other] { $count } of them partners
}
today-new-none = counted from the first registration
today-training = people in training
today-training-more = { $count ->
    [one] 1 of them wants to grow
   *[other] { $count } of them want to grow
}
today-training-none = counted from the first training
today-no-change = no change
today-change-up = up { $change }
today-change-down = down { $change }
today-type-reading = Type a reading
today-review-line = figures, plan, people and corrections · about ten minutes
today-review-begun = begun, goes on from there
today-weekly-review = Weekly review: { $day }, { $time }

## Unfinished
today-unfinished-note = waiting as you left them
today-unfinished-interview = Onboarding
today-unfinished-call = Call
today-unfinished-meeting = Meeting
today-unfinished-task = Task
today-unfinished-entry = Diary entry
today-unfinished-outcome = How did it go?
today-unfinished-list = Text on the list
today-unfinished-sorting = Sorting names
today-unfinished-names = Names for the list
today-unfinished-person = Person of the list
today-unfinished-person-note = Note about a person
today-unfinished-person-line = What is needed and what is going on
today-unfinished-registration = Registration
today-unfinished-order = Order
today-unfinished-goal = Goal
today-unfinished-move-under = Move in the structure
today-unfinished-milestone = Result
today-unfinished-move = Move an entry
today-unfinished-training = Training
today-unfinished-learning = Learning and methods
today-unfinished-training-guest = Guest of a training
today-unfinished-reading = Reading from the site
today-unfinished-review = Correction in the weekly review
today-unfinished-snapshot = Comment of a snapshot
today-unfinished-evening = Evening review
today-unfinished-settings = Settings
today-unfinished-plan = Plan
today-unfinished-about = { $form } · { $name }
today-continue = Continue

## The first step
today-start-title = Begin with the names
today-start-text = Everybody’s first task is the list: all the people you know, one name a line. Every day this page will show what is coming, whom you have not been in touch with for a while, and what to ask.
today-start-import = Import from a phone
