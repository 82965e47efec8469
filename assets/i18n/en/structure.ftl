### The structure

structure-tabs = Whom to show
structure-partners = Partners
structure-customers = Customers
structure-all = Everyone
structure-find = Find in the structure
structure-empty-title = Your structure will appear here
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

structure-shape = How to show it
structure-table = Table
structure-as-tree = Tree
structure-find-hint = Find by name
structure-view-branches = By branch
structure-view-registered = Registered
structure-in-tree = in the tree

## Tree
structure-tree = The tree of the structure
structure-me = { $name } (me)
structure-it-is-me = this is you
structure-from-here = Show from here down
structure-root-at = Show from { $name } down
structure-unfold-all = Unfold everything
structure-fold-all = Fold everything
structure-fit = Fit everything
structure-larger = Larger
structure-smaller = Smaller
structure-shown-of = { $shown } of { $count } shown
structure-found = { $count ->
    [0] nobody found
    [one] 1 person found
   *[other] { $count } found
}
structure-new-count = +{ $count } new
structure-new-him = new
structure-new-her = new
structure-new-partner = new partner
structure-new-customer = new customer
structure-status-going = on track with the steps
structure-status-due = not in touch for a while
structure-status-first-days = first 3 days
structure-status-paused = paused

## Moving
structure-more = Actions for { $name }
structure-move-under = Move under…
structure-plan = The plan
structure-unregister = Remove the registration
structure-under-whom = Under whom
structure-under-whom-hint = A name in the structure
structure-branch-comes = { $count ->
    [one] 1 person of the branch comes along.
   *[other] { $count } people of the branch come along.
}
structure-whom = Choose whom you mean
structure-nobody-so = Nobody in the structure is called that
structure-move-drop = { $name }: drop on the new sponsor, Esc to cancel
structure-move-to = { $name } under { $sponsor }
structure-move-own-branch = { $one } is in the branch of { $name }: nobody can stand below themselves
structure-move-own-self = Nobody can stand below themselves
structure-move-already = They are there already

## Figures of the branch
structure-training = In training
structure-result = Result
structure-next = Next
structure-branch-points = Branch points, { $month }
structure-branch-new = New users
structure-branch-training = People in training
structure-and-more = and { $count } more
structure-behind-tip = Show what is behind this
structure-behind-points = Points of the branch ({ $name }): { $value }
structure-behind-new = New users ({ $name }): { $value }
structure-behind-training = People in training ({ $name }): { $value }
structure-behind-own-order = Own order ({ $name }): { $value }
structure-behind-customers = Customers served ({ $name }): { $value }
structure-behind-brought-in = People brought in ({ $name }): { $value }
structure-behind-teaches = Whom they teach ({ $name }): { $value }
structure-behind-reading-note = The reading of the site holds; the orders below it are those that are recorded here.
structure-behind-teaches-note = People of the branch who, in the last three months, came to a training this person led or had a 2+1 meeting with them.
structure-behind-nothing = Nothing this month.
structure-behind-open = Open: { $what }

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
structure-goal-reached-on = Reached { $date }
structure-goal-dropped-on = Dropped { $date }
structure-goal-again = Open the goal again: { $goal }
structure-past-goals = { $count } older goals
structure-goal-reached = Reached

## Results
structure-results = Results
structure-no-results = Ranks and milestones will appear here with their dates.
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
structure-ordered-by = Who ordered
structure-call-arrived = Has it arrived?
structure-call-used = How is it used?
structure-call-running-out = Is it running out?
structure-call-day = When: { $what }
structure-move-from = From when
structure-move-counts = What was before stays in the figures of the old branch. The day of registration corrects a mistake.
