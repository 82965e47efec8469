### The first start

start-note = Two minutes and you begin. All of it can be changed later in Settings.
start-language = Language
start-about-you = About you
start-name = Your name
start-name-note = stands on the business card and on printed sheets
start-city = Your city
start-city-note = list 1 “My city”; all others go to “Other cities”
start-evening-note = you plan tomorrow
start-review-note = the three figures, once a week
start-review-at = at
start-how = How do you begin?
start-empty = With an empty diary
start-empty-note = names first: who comes to mind
start-example = With example data
start-example-note = invented people, to look around
start-backup = From a backup
start-backup-note = everything as it was on another computer
start-choose-file = Choose a file
start-stays-here = Everything stays on this computer.
start-begin = Begin
start-not-a-boss = A sponsor is not a boss
