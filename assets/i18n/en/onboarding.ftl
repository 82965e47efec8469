### The page Onboarding: the talks and the first screen

onboarding-open = Unfinished
onboarding-first-done = First talk done
onboarding-step = { $number } of { $total } · { $title }
onboarding-started = begun { $date }
onboarding-continue = Continue
onboarding-sheet = The sheet
onboarding-next-meeting = Second talk: { $date }, { $time }
onboarding-no-meeting = The second talk has no date
onboarding-delete = Delete the onboarding of { $name }
onboarding-empty-title = Talks with new people appear here
onboarding-empty-text = You sit side by side: five questions, the goal, the first names and the first three days. About 25 minutes, and then both of you have a sheet.

## Who it is: before the guest looks at the screen
onboarding-guest-title = Who are you meeting?
onboarding-guest-note = Fill it in before you sit down. After “Begin” only the talk stays on the screen.
onboarding-guest-name = Name
onboarding-guest-phone = Phone
onboarding-guest-city = City
onboarding-guest-language = Language of the talk
onboarding-guest-form = Form of address
onboarding-guest-role = As
onboarding-guest-number = Company number
onboarding-guest-date = Registered on
onboarding-guest-time = at
onboarding-guest-known = Already on your list
onboarding-guest-choose = It is { $name }
onboarding-guest-chosen = From the list: { $name }
onboarding-guest-other = Another person
onboarding-guest-let-go = No longer the name of { $name }: a new person will come in
onboarding-guest-take-back = Take the name back
onboarding-guest-begin = Begin
