### Key figures and snapshots

## Nothing yet
figures-empty = The three key figures will appear here
figures-empty-about = Points, new users and people in training: beside the period before, with charts by week and month. Begin with the number that the company’s site shows, or with an order.
figures-first-reading = Type what the site shows
figures-enter-order = Enter an order

## Periods
figures-periods = Weeks or months
figures-weeks = Weeks
figures-months = Months
figures-before = Previous period
figures-after = Next period
figures-until = { $day ->
    [1] { $period }, to the 1st
    [2] { $period }, to the 2nd
    [3] { $period }, to the 3rd
    [21] { $period }, to the 21st
    [22] { $period }, to the 22nd
    [23] { $period }, to the 23rd
    [31] { $period }, to the 31st
   *[other] { $period }, to the { $day }th
}
figures-week-of-year = week { $week } of { $year }
figures-still-runs = { $period } still runs
figures-period = Period
figures-month = Month
figures-week = Week

## Scope
figures-scope = Scope
figures-whole = Whole structure
figures-whole-count = Whole structure · { $count }
figures-branch-of = Branch of { $name }
figures-own-of = Own orders: { $name }

## Figures
figures-points = Points
figures-new = New users
figures-training = People in training
figures-in-training = In training
figures-partners = partners
figures-customers = customers
figures-in-person = in person
figures-online-only = online only
figures-of-them-partners = { $count ->
    [one] of them 1 partner
   *[other] of them { $count } partners
}
figures-of-them-want-more = { $count ->
    [one] of them 1 wants to grow
   *[other] of them { $count } want to grow
}
figures-row-in-person = In training, in person
figures-row-online-only = In training, online only
figures-row-want-more = Want to grow
figures-against-before = Against the period before
figures-up = more
figures-down = less
figures-same = as before
figures-from-site = as the site shows { $date }
figures-from-site-and-orders = as the site shows { $date } · orders { $orders }
figures-from-orders = sum of the orders
figures-from-orders-until = sum of the orders to { $date }
figures-rule-points = The newest reading of the company’s site in the month, without one the sum of the orders; for a week the difference of two readings.
figures-rule-new = The people registered in these days: partners and customers, without you.
figures-rule-training = Different people who came at least once, without the leader and without you; who came both in person and online counts in person.

## Charts
figures-points-by-month = Points by month
figures-points-by-week = Points by week
figures-thirteen-months = 13 months
figures-thirteen-weeks = 13 weeks
figures-year-before = a year before
figures-running = still running
figures-chart-name = { $title }, chart; the numbers are in the table below
figures-point-tip = { $period }: { $value }
figures-year-before-tip = a year before: { $value }
figures-parts-tip = { $first }: { $one } · { $second }: { $two }
figures-cell-name = { $row }, { $period }: { $value }

## Readings
figures-enter-reading = Type a reading
figures-reading-title = As the site shows
figures-reading-about = The points of the month up to this day, as the company’s site shows them.
figures-reading-points = Points
figures-reading-date = Up to
figures-reading-bad-points = Write the number as it stands on the site. For example: 1,284
figures-reading-future = This date is still to come.
figures-reading-less = Less than { $points } on { $date }; save it?

## Snapshots
figures-snapshot-about = The figures are kept as they are now: { $period }, { $scope }.
figures-comment = Comment
figures-comment-hint = What to remember of this period
figures-take = Save snapshot
figures-snapshots = Saved snapshots
figures-no-snapshots = Saved snapshots will appear here, the newest first.
figures-taken = taken on { $date }, { $by }
figures-taken-at = Taken
figures-taken-by = By
figures-export-as = Export: { $period }
figures-delete-snapshot = Delete the snapshot: { $period }
figures-export-work = The snapshot is being written
figures-format-pdf = Document (PDF)
figures-format-png = Picture (PNG)
figures-format-svg = Drawing (SVG)
figures-format-xlsx = Workbook with charts (XLSX)
figures-format-csv = Table (CSV)
figures-format-json = Data (JSON)
figures-now = This period
figures-copy = Copy as a picture
figures-copied = The picture is copied and can be pasted into a chat
figures-copy-work = Making a picture of the snapshot
