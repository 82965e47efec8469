### The structure

structure-tabs = Whom to show
structure-partners = Partners
structure-customers = Customers
structure-all = Everyone
structure-find = Find in the structure
structure-empty-title = Your structure will stand here
structure-empty-text = Everyone you register and everyone after them: who brought in whom, the points of the branch, the first steps and when you were last in touch. It begins with one onboarding.

## Table
structure-name = Name
structure-sponsor = Sponsor
structure-registered = Registered
structure-points = Points
structure-new-in-branch = New in branch
structure-last-contact = Last in touch
structure-last-order = Last order
structure-last-order-of = { $date } · { $points } pts
structure-row-name = { $name }, points of the branch this month: { $points }
structure-contact-due = It is time to be in touch
structure-hours-left = { $steps } · { $hours } h
structure-fold = Hide the branch of { $name }
structure-unfold = Show the branch of { $name }
structure-points-note = points are of the whole branch, to { $date }
structure-by-branch = Order by branch
structure-opens = open
structure-folds = fold or unfold

## The person
structure-cadence = { $days ->
    [one] every day
   *[other] every { $days } days
}
structure-since = registered { $date }
structure-sponsor-of = sponsor { $name }
structure-number = No. { $number }
structure-needs = What they need
structure-going-on = What is going on with them
structure-going-on-her = What is going on with her
structure-going-on-him = What is going on with him
structure-line-hint = Save with Enter
structure-older = { $count } older
structure-own-order = Own order, { $month }
structure-points-short = { $points } pts
structure-serves = Customers served
structure-brought-in = People brought in
structure-teaches = Whom they teach

## Goal
structure-goal = Goal
structure-agree-goal = Agree a goal
structure-no-goal = No goal is agreed yet.
structure-goal-what = What
structure-goal-hint = In the person’s words
structure-goal-by = By when
structure-goal-why = Why
structure-goal-until = by { $date }
structure-goal-more = Actions for the goal: { $goal }
structure-goal-reached = Reached

## Results
structure-results = Results
structure-no-results = Ranks and milestones will stand here with their dates.
structure-result-text = Rank or milestone
structure-result-hint = For example: first rank
structure-is-rank = This is the present rank
structure-delete-result = Delete the result: { $what }
structure-day = Date

## Orders
structure-orders = Orders
structure-no-orders = No orders yet.
structure-products = Products
structure-products-hint = What they ordered
structure-order-points = Points
structure-amount = Amount
structure-points-missing = How many points?
structure-example = e.g. { $example }
structure-order-more = Actions for the order: { $date }, { $points } pts
structure-more-orders = { $count } more
