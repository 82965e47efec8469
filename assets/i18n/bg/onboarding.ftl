### Страницата «Посрещане»: срещите и първият екран

onboarding-open = Недовършени
onboarding-first-done = Първата среща е проведена
onboarding-step = { $number } от { $total } · { $title }
onboarding-started = започнато { $date }
onboarding-continue = Продължи
onboarding-sheet = Листът
onboarding-next-meeting = Втора среща: { $date }, { $time }
onboarding-no-meeting = Втората среща няма дата
onboarding-delete = Изтрий посрещането на { $name }
onboarding-empty-title = Тук стоят посрещанията на новите хора
onboarding-empty-text = Сядате един до друг: пет въпроса, целта, първите имена и първите 3 дни. Около 25 минути, после и двамата имате лист.

## Кой е: преди да погледне екрана гостът
onboarding-guest-title = Кого посрещаш?
onboarding-guest-note = Попълни го, преди да седнете. След „Започни“ на екрана остава само срещата.
onboarding-guest-name = Име
onboarding-guest-phone = Телефон
onboarding-guest-city = Град
onboarding-guest-language = Език на срещата
onboarding-guest-form = Обръщение
onboarding-guest-role = Като
onboarding-guest-number = Номер в компанията
onboarding-guest-date = Регистрация на
onboarding-guest-time = в
onboarding-guest-known = Вече е в списъка ти
onboarding-guest-choose = Това е { $name }
onboarding-guest-chosen = От списъка: { $name }
onboarding-guest-other = Друг човек
onboarding-guest-let-go = Името вече не е на { $name }: ще влезе нов човек
onboarding-guest-take-back = Върни името
onboarding-guest-begin = Започни
