### The frame around every page

program = Sponsor Desk
command-palette = Find a person, entry or action
command-jot = Jot something down
command-history = What was done
command-history-also = history changes история
command-meet-also = onboarding interview first talk welcome посрещане интервю
command-import = Import contacts
command-export-contacts = Export the contacts
command-export-all = Export everything
command-backup = Backup
page-evening = Evening review
jot = Jot something down
jot-hint = Jot it down before it is gone…
jot-remove = Remove: { $what }
jot-unsure = which { $name }?
jot-nobody = None of them
palette-hint = Find a person, entry or action
palette-people = People
palette-entries = Entries
palette-views = The list
palette-actions = Actions
palette-nothing = Nothing like that. Try another word.
nothing-to-undo = There is nothing to undo.
nothing-to-redo = There is nothing to redo.
undo-what = Undo: { $what }
redo-what = Redo: { $what }
undone = Undone: { $what }
undone-partly = Undone: { $what }. Changed since then: { $left }; that stays as it is.
redone = Redone: { $what }
work-cancelled = Stopped. Nothing was changed.
work-written = Saved: { $file }
print-opened = It opens as a PDF. Print it from there.
open-failed = The workspace does not open
other-workspace = Another workspace
back-to-workspace = Back to “{ $file }”
file-contacts = Contacts
file-json = Data
file-workspace = Workspace
file-snapshot = Snapshot
file-name-contacts = contacts
file-name-all = everything
file-name-snapshot = snapshot
file-name-day = day
file-name-backup = backup

## Read only
read-only = Open for reading only: { $why }
read-only-file = the file is protected from writing
read-only-folder = nothing can be written in its folder
read-only-place = the place where it stands cannot lock it
read-only-do = You can look and search. To write, move the file to a folder of your own on this computer and open it from there.
command-export-structure = Export the structure
command-export-orders = Export the orders
file-name-structure = structure
file-name-orders = orders
page-opens = Opening…

### Reminders
reminder-quiet = you have a reminder
reminder-due = Reminder
reminder-missed = Missed while it was closed
reminder-later = In { $time }
reminder-aside = Put aside: { $title }
reminder-more = { $count ->
    [one] and 1 more reminder
   *[other] and { $count } more reminders
}
command-plan-week = Plan of the week
command-plan-week-also = plan the week
