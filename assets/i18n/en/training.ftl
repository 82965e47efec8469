### Training

training-parts = Parts of the page
training-part-trainings = Trainings
training-part-learnt = Learnt
training-part-methods = Methods
training-new = New training
training-change = Edit training
training-month = { $month }: { $people ->
    [one] 1 person
   *[other] { $people } people
  } · { $in_person } in person · { $online } online only · { $more ->
    [one] 1 wants to grow
   *[other] { $more } want to grow
}
training-undated = no date

## Empty
training-empty = Give the hungry a rod, not a fish
training-empty-about = The trainings will stand here with those who came, what each person has learnt, and the methods to teach. Begin with one training: its topic, its day, and whom you invite.
training-first = Write down the first training
training-read-methods = See the methods
training-nobody-learns = Here you will see who has learnt what
training-nobody-learns-about = Each registered user goes along the path step by step. Meet the first person and tick what they learn.

## List
training-coming = Coming
training-held = Held
training-older = { $count } older
training-came-of = { $came } of { $all }
training-invited = { $invited } invited
training-guest = guest

## One training
training-led-by = led by { $name }
training-led-by-me = led by you
training-in-diary = Open in the diary
training-mark-held = Held
training-number-invited = { $count ->
   *[other] invited
}
training-number-came = { $count ->
   *[other] came
}
training-number-wants = { $count ->
    [one] wants to grow
   *[other] want to grow
}
training-people = People of the training
training-column-name = Person
training-column-came = Came
training-column-online = Online
training-column-wants = Wants/to grow
training-column-next = Next
training-came-name = Came: { $name }
training-online-name = Online: { $name }
training-wants-name = Wants to grow: { $name }
training-off-name = Take off the training: { $name }
training-told-came = came
training-told-not-came = not ticked as having come
training-told-wants = wants to grow
training-more = One more person
training-more-hint = Add somebody who came…
training-invite-hint = Invite somebody from the list, or a guest…
training-paste = Paste names
training-file = Import a file
training-key-came = came
training-key-online = online
training-key-wants = wants to grow
training-all-people = All people and steps

## Names and file
training-paste-title = Names: { $topic }
training-paste-about = One name a line. After a comma there can be a phone, an e-mail or “online”.
training-paste-label = Names, one a line
training-paste-hint = Maria Petrova
training-file-title = Attendance: { $topic }
attendance-file = Attendance
attendance-not-read = The file cannot be imported
attendance-new = new contact: { $name }
attendance-known = { $name }: known already
attendance-leads = { $name } leads it and is not counted
attendance-choose = several people have this name
attendance-pill-out = left out
attendance-pill-new = new guest
attendance-pill-came = came
attendance-pill-invited = invited
attendance-pill-same = no change
attendance-pill-choose = choose
attendance-pill-refused = refused
attendance-include = Take in: { $name }
attendance-who = Who it is: { $name }
attendance-who-hint = Who is it?
attendance-who-new = somebody new
attendance-count-known = { $count } from the list
attendance-count-new = { $count ->
    [one] 1 new contact
   *[other] { $count } new contacts
}
attendance-count-same = { $count } unchanged
attendance-count-choose = { $count } to choose
attendance-count-refused = { $count } refused
attendance-save = { $count ->
    [0] Save
    [one] Save 1 person
   *[other] Save { $count } people
}
attendance-refusal-several = several people of the list have this name
attendance-refusal-presence = it cannot be read whether and how they came, or whether they want to grow
error-no-training = There is no such training in the diary. Nothing was changed.
error-no-training-today = There is no training today. Say the day with --date or the entry with --entry.
error-several-trainings = There are several trainings on this day. Say which: { $candidates }
error-training-of-series = The training repeats. Say the day with --date.

## Form
training-field-topic = Topic
training-field-day = Day
training-field-from = From
training-field-to = To
training-field-mode = How
training-field-place = Place
training-field-link = Link
training-field-leader = Leader
training-field-materials = Materials
training-topic-hint = The invitation
training-no-leader = not said
training-no-topic = Say the topic in a few words.
training-bad-day = This day cannot be read.
training-bad-from = The start cannot be read.
training-bad-to = The end is before the start, or cannot be read.
training-form-note = A training is an entry of the diary.

## Learnt
training-learnt-about = Ticked when it is seen in practice.
training-change-path = Edit the path
training-key-walk = walk
training-key-learnt = learnt
training-column-learner = Person
training-column-learnt = Learnt
training-learnt-of = { $done } of { $total }
training-step-of = { $name }: { $step }
training-learnt-on = learnt on { $date }
training-path-of = The path of { $name }
training-next-is = Next: { $step }
training-all-learnt = The whole path is learnt
timeline-learnt = Learnt: { $step }
training-path-title = The learning path
training-path-about = The steps that everyone goes through. A step that is switched off is not taught; what was ticked of it is kept.
training-path-shipped = Have the shipped steps back
training-step-title = What is learnt
training-step-when = It is learnt when
training-step-next = What to do next
training-step-add = New step
training-step-back = Have the shipped words back
training-step-up = Up: { $step }
training-step-down = Down: { $step }
training-step-edit = Edit: { $step }
training-step-taught = Taught: { $step }

## Methods
training-live = In person
training-at-distance = By phone and Internet
training-distance = at a distance
training-methods-beside = Methods to teach
training-first-method = first
training-when = When
training-say = What to say
training-not = What not to do
training-exercise = Exercise
training-teach = How to teach it on
training-hidden = hidden
training-own-words = your words
training-copied = The method is copied
training-hide = Hide
training-show = Show again
training-method-back = Have the shipped words back
training-write-method = New method
training-change-method = Edit method
training-show-hidden = Show the hidden ones
training-hide-hidden = Hide again
training-method-title = Name
training-method-what = What it is
training-method-parts = Parts, one a line: Before: …
training-method-say = What to say, a sentence a line
training-method-say-formal = What to say formally, a sentence a line
training-method-how = How
training-method-note = Holds for this language.
training-no-method-title = Say what the method is called.
