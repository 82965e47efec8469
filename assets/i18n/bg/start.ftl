### Първото отваряне

start-note = Две минути и започваш. Всичко после се променя в „Настройки“.
start-language = Език
start-about-you = За теб
start-name = Твоето име
start-name-note = стои на визитката и на листовете за печат
start-city = Твоят град
start-city-note = списък 1 „Моят град“; всички други влизат в „Други градове“
start-evening-note = планираш утре
start-review-note = трите показателя, веднъж в седмицата
start-review-at = в
start-how = Как започваш?
start-empty = С празен дневник
start-empty-note = първо имената: кой ти идва наум
start-example = С примерни данни
start-example-note = измислени хора, за да разгледаш
start-backup = От резервно копие
start-backup-note = всичко, каквото беше на друг компютър
start-choose-file = Избери файл
start-stays-here = Всичко остава на този компютър.
start-begin = Започни
start-not-a-boss = Спонсорът не е началник
