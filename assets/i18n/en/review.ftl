### Weekly review

## The steps
review-step-figures = Three figures
review-step-plan = Plan and done
review-step-people = People
review-step-corrections = Corrections and plan
review-step-snapshot = Snapshot

## Header
review-other-week = Another week
review-before = Previous review
review-after = Next review
review-week-held = held
review-week-open = begun
review-week-missed = no review
review-week-now = still running

## Figures
review-month = { $month }: { $value } · { $days }: { $before }
review-figures-title = How are the three figures going?
review-figures-line = the week beside the one before, the month beside the same days before
review-follows = Next: { $step }
review-line-kept = everything is kept if you stop
review-line-held = this review was held

## Plan and done
review-plan-title = What was planned and what is done
review-plan-note = actions, not results
review-plan-empty = No actions were planned or done this week.
review-plan-line = { $name }: { $done } of { $planned }
review-done-line = { $name }: { $done }, not planned
review-correct = Correction
review-correct-line = Correction from “{ $line }”

## People
review-congratulate = Whom to congratulate
review-congratulate-empty = What is written down shows no occasion yet.
review-support = Whom to support
review-support-empty = From what is written down, nobody is waiting for support.
review-open-person = Open: { $name }
review-why-registered = registered on { $date } · { $role }
review-why-reached = { $what } · { $date }
review-why-brought = { $count ->
    [one] 1 new user
   *[other] { $count } new users
}
review-why-first-order = first order on { $date }
review-why-together = { $count ->
    [one] 1 2+1 meeting
   *[other] { $count } 2+1 meetings
}
review-why-first-days = first three days until { $date }
review-why-wants-more = wants to grow, training on { $date }
review-why-silent = { $days ->
    [one] 1 day without contact
   *[other] { $days } days without contact
  }, cadence { $cadence }
review-why-plan = { $name }: plan { $planned }, { $done } known
review-why-plan-unknown = { $name }: plan { $planned }, done not known yet

## Corrections
review-went-well = What went well
review-did-not = What did not come about
review-nothing = no line here
review-more = { $count ->
    [one] and 1 more
   *[other] and { $count } more
}
review-corrections-for = Corrections for { $week }
review-corrections-note = each becomes a dated task or a row of the plan
review-becomes = The correction becomes
review-task = Task
review-row = Row of the plan
review-from = from “{ $line }”
review-from-nothing = from no line of the review
review-from-remove = Without this line
review-new-correction = New correction
review-correction = Correction
review-correction-hint = What will you change next week?
review-row-action = Action
review-row-count = How many
review-row-line = { $name }: { $count }
review-change = Edit the correction: { $title }
review-delete = Delete the correction: { $title }
review-in-plan = in the plan
review-plan-for = Plan for { $week }
review-next-empty = Add a row of the plan as a correction.
review-less = Fewer: { $name }
review-more-of = More: { $name }

## Snapshot
review-snapshot-of = Snapshot · { $period }
review-closes = { $count ->
    [0] The figures are kept as they are now. No corrections.
    [one] The figures are kept as they are now. 1 correction.
   *[other] The figures are kept as they are now. { $count } corrections.
}
review-comment-hint = What did you learn from this week?
review-close = Save the snapshot and close
review-held = Held: { $date } · { $by }
review-no-comment = no comment
review-held-kept = The figures above are those of the snapshot; later corrections do not change it.
review-browse = previous and next review
