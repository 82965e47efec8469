### The command line

error-pipe = Nobody reads the output to its end. Nothing was changed by that.
error-when = "{ $when }" is neither a date nor a date and time. For example: 2026-11-24T14:00 or "tomorrow 14:00".
error-ending = There is no export as "{ $ending }". Choose another ending of the file.
error-out-missing = Say where the file goes: --out FILE.
error-no-such-branch = There is no registered user called "{ $name }".
error-several-branches = Several are called "{ $name }": { $candidates }.
import-report = { $file }: read { $read }, added { $added }, joined { $updated }, unchanged { $unchanged }, refused { $refused }
import-refused = { "  " }record { $record }, line { $line }: { $reason }
restored = The backup is in its place.
restored-aside = The backup is in its place. The workspace from before is kept: { $file }
check-good = Everything can be read and fits together.
check-bad = Not everything is in order:
figure-points = Points
figure-new-users = New users
figure-in-training = People in training
start-unnamed = Me
