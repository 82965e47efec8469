### The command line

error-pipe = Nobody reads the output to its end. Nothing was changed by that.
error-when = "{ $when }" is neither a date nor a date and time. For example: 2026-11-24T14:00 or "tomorrow 14:00".
error-ending = There is no export as "{ $ending }". Choose another ending of the file.
error-out-missing = Say where the file goes: --out FILE.
error-over-workspace = That is the file of the workspace itself; it stays. Choose another name.
argument-month = a month like 2026-11
argument-week = a week like 2026-W48
argument-page = one of: { $names }
argument-moment = a moment like 2026-11-24T12:40
error-no-such-branch = There is no registered user called "{ $name }".
error-several-branches = Several are called "{ $name }": { $candidates }.
import-report = { $file }: read { $read }, added { $added }, joined { $updated }, unchanged { $unchanged }, refused { $refused }
import-refused = { "  " }record { $record }, line { $line }: { $reason }
restored = The backup is in its place.
restored-aside = The backup is in its place. The workspace from before is kept: { $file }
check-good = Everything can be read and fits together.
check-bad = Not everything is in order:
problem-place = the record stands under another number than its own
problem-person = it names a person who is not there
problem-sponsor = it stands below somebody who is not registered
problem-settings = there is no record of settings
problem-lookups = the lookups do not match the records; “check --repair” makes them again
cli-today-silent = { $days ->
    [one] { $name } · { $days } day without contact · { $ask }
   *[other] { $name } · { $days } days without contact · { $ask }
}
cli-today-first-days = { $name } · actions: { $done } of { $total } · { $hours } h left
figure-points = Points
figure-new-users = New users
figure-in-training = People in training
start-unnamed = Me
cli-add-unsure = It is not clear who “{ $name }” is: { $candidates }. The name stays in the text.
error-days-of-diary = Days are said of the diary alone.
