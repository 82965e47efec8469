### The interview: its questions, screens and sheet

## The frame
interview-welcome = Onboarding { $name }
interview-when = { $date } · first talk
interview-kept = Saved
interview-pause = Pause, we go on later
interview-close = Close
interview-skip = Skip for now
interview-step-number = { $number } · { $title }
interview-progress = Steps of the talk

## The steps
interview-person-title = Person
interview-company-title = The company
interview-products-title = The products
interview-income-title = The income
interview-time-title = The time
interview-experience-title = Experience
interview-goal-title = The goal
interview-first-names-title = First names
interview-first-days-title = First three days
interview-sheet-title = The sheet

## The questions; English has one form of address
interview-person-question-ti = Who is beside you?
interview-person-question-vie = Who is beside you?
interview-company-question-ti = What attracted you to this company?
interview-company-question-vie = What attracted you to this company?
interview-products-question-ti = What would you like to learn about the products?
interview-products-question-vie = What would you like to learn about the products?
interview-income-question-ti = What income would you like to reach?
interview-income-question-vie = What income would you like to reach?
interview-time-question-ti = What do you do, and how much time a week could you give to this work?
interview-time-question-vie = What do you do, and how much time a week could you give to this work?
interview-experience-question-ti = Have you ever been in a network company? How was it?
interview-experience-question-vie = Have you ever been in a network company? How was it?
interview-goal-question-ti = Which goal do we agree on?
interview-goal-question-vie = Which goal do we agree on?
interview-first-names-question-ti = Which names come to mind first?
interview-first-names-question-vie = Which names come to mind first?
interview-first-days-question-ti = When will each of the seven happen?
interview-first-days-question-vie = When will each of the seven happen?
interview-sheet-question-ti = Look it over together
interview-sheet-question-vie = Look it over together
interview-number-of-question = Question { $number } of { $total }
interview-answer = Answer

## Words that one press adds
interview-chips-ti = Choose if that is easier, also with Ctrl 1, Ctrl 2…; then add your own words
interview-chips-vie = Choose if that is easier, also with Ctrl 1, Ctrl 2…; then add your own words
interview-company-chips = the products | the people | extra income | time of my own | the trainings | helping others | something else
interview-products-chips = for health | for the skin | for the home | for children | how to order | how to speak of them | something else
interview-income-chips = a little extra | as much as an instalment | as much as a salary | more than now | not known yet
interview-time-chips = up to 5 hours | 5 to 10 hours | over 10 hours | weekday evenings | weekends
interview-experience-chips = no experience | some experience | it went well | it was hard | nobody was there to help

## The goal
interview-goal-what = What
interview-goal-until = By when
interview-goal-why = Why it matters
interview-goal-until-hint = end of May
interview-goal-sentence = The goal in one sentence
interview-goal-said = { $what } by { $until }
interview-goal-open = The goal will appear here once you say it.
interview-goal-checks = So that it is clear to both of you
interview-goal-number = Is there a number?
interview-goal-date = Is there a date?
interview-goal-deeds-ti = What will you do for it in these hours?
interview-goal-deeds-vie = What will you do for it in these hours?
interview-goal-deeds-hint = in my words…
interview-goal-yours-ti = It can be filled in later too. The goal is yours.
interview-goal-yours-vie = It can be filled in later too. The goal is yours.

## First names
interview-names-name = Name
interview-names-city = City
interview-names-add = Add
interview-names-remove = Remove { $name }
interview-names-empty = The names, one by one: a name and Enter. The family name can wait.
interview-names-count = { $count ->
    [one] 1 name
   *[other] { $count } names
}
interview-names-by-city = By city
interview-names-no-city = without a city
interview-names-memory = To help you remember

## First three days
interview-days-until = until { $time }
interview-days-first = first day
interview-days-second = second day
interview-days-third = third day
interview-days-fourth = fourth day
interview-days-note-ti = Change day and time here, for example “Wednesday” and “18”. Nothing is planned between 21:00 and 8:00.
interview-days-note-vie = Change day and time here, for example “Wednesday” and “18”. Nothing is planned between 21:00 and 8:00.
interview-days-night = Between 21:00 and 8:00 is time for rest. It stays { $stays }.
interview-days-before = That is before the registration. It stays { $stays }.
interview-days-after = The first three days last until { $until }. It stays { $stays }.
interview-days-meeting-late = The second talk is best within the first three days, until { $until }.
interview-days-day = Day: { $what }
interview-days-time = Time: { $what }
interview-days-who = Who: { $what }
interview-days-together = together
interview-days-alone-ti = you
interview-days-alone-vie = you
interview-days-second-talk = Second talk
interview-days-place = Place
interview-days-where = where
interview-days-first-order = First order of one’s own
interview-days-team = Meeting the team in the group
interview-days-two-minutes = Hearing the two-minute presentation
interview-days-two-plus-one = First 2+1 meeting
interview-days-twenty-names = First 20 names in the two lists
interview-days-five-calls = Five calls together
interview-days-card = Business card and own two-minute presentation

## The sheet
interview-sheet-note-ti = The sheet stays with both of you. Click a line to mend it; everything else is ready.
interview-sheet-note-vie = The sheet stays with both of you. Click a line to mend it; everything else is ready.
interview-sheet-edit = Edit: { $what }
interview-sheet-in-structure = { $name } in Structure
interview-sheet-cadence = { $count ->
    [one] every day
   *[other] every { $count } days
}
interview-sheet-actions = { $count ->
    [one] 1 action in the diary
   *[other] { $count } actions in the diary
}
interview-sheet-with-dates = with dates
interview-sheet-names = { $count ->
    [one] 1 name in the new list
   *[other] { $count } names in the new list
}
interview-sheet-goal = The goal
interview-sheet-meeting = Second talk, { $date }
interview-sheet-at-once = They come in at once with “Done”; Ctrl Z takes all of it back. The first talk is enough; the rest is for the second.
interview-sheet-done = The first talk is done.
interview-sheet-save = Save PDF
interview-sheet-line-partner = partner since { $date }
interview-sheet-line-customer = customer since { $date }
interview-sheet-number = No. { $number }
interview-sheet-sponsor = sponsor { $name }
interview-sheet-agreed = The goal we agreed on
interview-sheet-hours = Time a week
interview-sheet-her-words = In her words
interview-sheet-his-words = In his words
interview-sheet-own-words = In their own words
interview-sheet-income = Income to reach
interview-sheet-learn = Would like to learn
interview-sheet-first-names = First names
interview-sheet-city-count = { $city } { $count }
interview-sheet-other-cities = other cities { $count }
interview-sheet-first-days = First three days, until { $date }, { $time }
interview-sheet-second = Second talk: the three-month plan
interview-sheet-second-detail = { $range } · marketing plan, way of working, tools
interview-sheet-date-time = { $date }, { $time }
interview-sheet-footer = The sponsor is there every day: { $phone }
interview-sheet-footer-plain = The sponsor is there every day
interview-sheet-document = Sheet: { $name }
interview-file-name = sheet-after-the-talk
interview-file-kind = PDF
interview-work-sheet = The sheet
