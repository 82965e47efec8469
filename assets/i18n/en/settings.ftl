### Settings

settings-note = changes apply at once
settings-look = Language and look
settings-language = Language
settings-theme = Theme
settings-theme-system = as the system
settings-theme-light = light
settings-theme-dark = dark
settings-text-size = Size
settings-about-you = About you
settings-name = Name
settings-city = My city
settings-city-note = decides who goes to “Other cities”
settings-phone = Phone
settings-phone-note = stands on the sheet after a talk
settings-pages = Pages
settings-pages-note = they appear with the first registered person
settings-pages-needed = The page is shown as long as somebody is registered below you
settings-page-on = shown
settings-page-off = hidden
settings-value-none = none
settings-week = Week and evening
settings-first-day = First day of the week
settings-review-at = Hour of the review
settings-evening-at = Evening review
settings-day-ends = The day ends at
settings-day-ends-note = what is noted after midnight stays with the same day
settings-reminder = Reminders
settings-reminder-none = no reminder
settings-reminder-at-start = at the hour itself
settings-reminder-before = { $time } before
settings-cadence = How often
settings-cadence-default = Unless said otherwise
settings-cadence-default-note = counts from the first talk
settings-cadence-same = as above
settings-every-days = { $count ->
    [one] every day
   *[other] every { $count } days
}
settings-points = Points and currency
settings-points-name = Name of the points
settings-points-name-note = as the company calls them
settings-order-calls = Calls after an order
settings-order-calls-note = offers to ask after 3, 14 and 30 days
settings-on = on
settings-off = off
settings-currency = Currency
settings-backup = Backup
settings-backup-note = The whole workspace in one file, with its history. It is checked by opening it.
settings-backup-now = Back up now
settings-restore-title = Put this backup back?
settings-restore-text = The backup takes the place of the present workspace. That stays beside it as a file and can come back.
settings-restore-backup = In the backup
settings-restore-present = Now
settings-restore-written = Written
settings-restore-user = Whose it is
settings-restore-people = People
settings-restore-registered = Registered
settings-restore-entries = Diary entries
settings-restore-orders = Orders
settings-restore-changed = Last change
settings-restore-problems = { $count ->
    [one] One thing in the backup does not fit.
   *[other] { $count } things in the backup do not fit.
}
settings-restore-other-user = The backup is somebody else's.
settings-restore-nothing-changed = Nothing was changed.
settings-restore-looking = Looking into the backup…
settings-restore-back = Bring back the previous file
settings-restored = Restored. The workspace from before stands beside it.
settings-data = Data
settings-file = The file
settings-open-folder = Open the folder
settings-other = Another workspace
settings-other-choose = Choose
settings-import = Contacts from a phone or mail
settings-import-note = vCard, CSV
settings-export-contacts = Contacts
settings-export-contacts-note = vCard, CSV
settings-export-contacts-do = Export
settings-export-all = Everything
settings-export-all-note = JSON, other programs can read it
settings-export-all-do = Export
settings-history-note = every change, and back
settings-nothing-leaves = Sponsor Desk · nothing is sent anywhere
settings-backup-last = Last made: { $when }
settings-backup-none = No backup yet
