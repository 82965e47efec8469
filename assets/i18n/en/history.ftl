### What was done

history-about = { $what }: { $subject }
history-empty = Nothing has been done yet.
history-taken-back = undone
history-begin = The workspace began
history-change-settings = Settings
history-import-workspace = Imported data
history-import-calendar = Calendar brought in
history-import-contacts = Imported contacts
history-add-people = New person
history-edit-person = Changed person
history-edit-people = People changed
history-join-people = Joined into one person
history-tell-apart = Different people
history-reach-stage = New stage
history-set-cadence = Cadence
history-snooze = Put off
history-add-line = What is needed and what is going on
said-off-list = Not for the list
said-on-list = On the list again
said-need = Written down: what is needed
said-going-on = Written down: what is going on
history-register = Registration
history-unregister = Registration removed
history-delete-people = Deleted person
history-add-entry = New entry
history-edit-entry = Changed entry
history-add-entry-and-people = New entry, with new people
history-edit-entry-and-people = Changed entry, with new people
history-set-state = Marked
history-move-entry = Moved
history-delete-entries = Deleted entry
history-record-outcome = How it went
history-sort-note = Sorted note
history-hold-evening = Evening review
history-add-order = Order
history-add-order-and-calls = Order with calls
history-move-under = Move in the structure
history-edit-order = Changed order
history-delete-order = Deleted order
history-add-reading = Reading
history-delete-reading = Deleted reading
history-set-goal = Goal
history-delete-goal = Deleted goal
history-plan = Plan
history-start-interview = Onboarding begun
history-save-interview = Onboarding
history-delete-interview = Deleted onboarding
history-finish-first-talk = First talk finished
history-take-snapshot = Snapshot
history-delete-snapshot = Deleted snapshot
history-import-report = Company report imported
history-added-with-people = { $count ->
    [one] Written down: { $what }; a new person on the list
   *[other] Written down: { $what }; { $count } new people on the list
}
