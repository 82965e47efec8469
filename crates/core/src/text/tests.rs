//! What meets when names are folded, phones normalised and lists sorted.

use proptest::prelude::*;

use super::words::{Form, read_words};
use super::{NameCollator, WordOrder, fold, fold_city, normalise_phone, same_name};

/// The official transliteration (Transliteration Act, 2009).
fn transliterate(text: &str) -> String {
    let words = text.split_inclusive(|character: char| !character.is_alphabetic());
    words.map(transliterate_word).collect()
}

fn transliterate_word(word: &str) -> String {
    let stem_end = word.trim_end_matches(|character: char| !character.is_alphabetic()).len();
    let (letters, rest) = word.split_at(stem_end);
    match letters.strip_suffix("ия") {
        Some(stem) => format!("{}ia{rest}", letters_to_latin(stem)),
        None => format!("{}{rest}", letters_to_latin(letters)),
    }
}

fn letters_to_latin(letters: &str) -> String {
    let alphabet = "абвгдежзийклмнопрстуфхцчшщъьюя".chars();
    let latin = [
        "a", "b", "v", "g", "d", "e", "zh", "z", "i", "y", "k", "l", "m", "n", "o", "p", "r", "s", "t", "u", "f", "h",
        "ts", "ch", "sh", "sht", "a", "y", "yu", "ya",
    ];
    let table: Vec<(char, &str)> = alphabet.zip(latin).collect();
    let mut result = String::new();
    for letter in letters.chars() {
        match table.iter().find(|(cyrillic, _)| *cyrillic == letter) {
            Some((_, latin)) => result.push_str(latin),
            None => result.push(letter),
        }
    }
    result
}

fn readings(word: &str) -> Vec<Vec<u8>> {
    let mut readings = Vec::new();
    read_words(word, &mut |reading| {
        if reading.form != Form::Phone {
            readings.push(reading.bytes.to_vec());
        }
    });
    readings
}

#[test]
fn every_usual_spelling_of_a_name_is_the_same_name() {
    let names: [&[&str]; 17] = [
        &["Щерю Гьошев", "Shteryu Gyoshev", "6teriu gio6ev", "ЩЕРЮ ГЬОШЕВ"],
        &["Живка", "Jivka", "Zhivka", "живка"],
        &["Цонка", "Tsonka", "Conka", "Tzonka", "conka"],
        &["Христо", "Hristo", "Xristo"],
        &["Стоян", "Stoyan", "Stoian", "Stojan", "stoqn"],
        &["Ивайло", "Ivaylo", "Ivailo", "Ivajlo"],
        &["Галя", "Galya", "Galq", "Galia", "Galja"],
        &["Величков", "Velichkov", "Veli4kov"],
        &["Мария Петрова", "Maria Petrova", "Mariya Petrova", "mariq petrowa", "МАРИЯ  ПЕТРОВА"],
        &["Шишков", "Shishkov", "6i6kov", "6i6kow"],
        &["Петър", "Petar", "Petyr"],
        &["Кърджали", "Kardzhali", "Kyrdjali"],
        &["Юлия", "Yulia", "Iulia", "Julia", "Yuliya", "iuliq"],
        &["Йордан", "Yordan", "Jordan", "Iordan"],
        &["Георги", "Georgi", "Георгий"],
        &["Любомир", "Lyubomir", "Ljubomir", "Liubomir"],
        &["България", "Bulgaria"],
    ];
    for spellings in names {
        let (first, others) = spellings.split_first().expect("names");
        for other in others {
            assert!(same_name(first, other, WordOrder::Same), "{first} and {other}");
        }
    }
}

#[test]
fn different_people_keep_their_names_apart() {
    for (one, other) in [
        ("Мария", "Марин"),
        ("Живка", "Ивка"),
        ("Иван Петров", "Иван Петрова"),
        ("Анна", "Ана"),
        ("Шишков", "Чичков"),
        ("Иван", "Иван Петров"),
        ("", ""),
        ("...", "!"),
    ] {
        assert!(!same_name(one, other, WordOrder::Any), "{one} and {other}");
    }
}

#[test]
fn exchanged_words_are_the_same_name_only_where_any_order_is_asked_for() {
    assert!(same_name("Мария Петрова", "Petrova Maria", WordOrder::Any));
    assert!(!same_name("Мария Петрова", "Petrova Maria", WordOrder::Same));
    assert!(!same_name("Иван Иван", "Иван Петров", WordOrder::Any));
}

#[test]
fn accents_and_ligatures_go_and_other_scripts_stay() {
    assert_eq!(fold("Élodie Groß-Łukasz"), "elodie gross lukasz");
    assert_eq!(fold("Ѝ Й Ё"), "i i e");
    assert_eq!(fold("Мари\u{306}я"), fold("Мария"));
    assert_eq!(fold("ΣΟΦΙΑ Νίκος"), "σοφια νικοσ");
    assert_eq!(fold("Ма\u{ad}рия"), "maria");
    assert_eq!(fold("2+1 с 3 човека"), "2 1 s 3 choveka");
    assert_eq!(fold("46"), "46");
}

#[test]
fn a_city_is_the_same_with_and_without_its_kind() {
    for city in ["София", "гр. София", "гр.София", "ГР София", "град София", "Sofia", "gr. Sofiq"]
    {
        assert_eq!(fold_city(city), "sofia", "{city}");
    }
    assert_eq!(fold_city("с. Баня"), fold_city("село Баня"));
    assert_eq!(fold_city("Град"), "grad");
    assert_eq!(fold_city("Стара Загора"), "stara zagora");
    assert_eq!(fold_city("  "), "");
}

#[test]
fn a_phone_is_one_number_however_it_is_written() {
    for phone in [
        "0888 123 456",
        "0888-123-456",
        "+359 888 123 456",
        "+359 (0) 888 123456",
        "00359888123456",
        "(0888) 123 456",
        "tel:+359-888-123-456",
        "0888 123 456 вътр. 12",
        "0888123456 ext 7",
        "0888123456x12",
    ] {
        assert_eq!(normalise_phone(phone).as_deref(), Some("+359888123456"), "{phone}");
    }
    assert_eq!(normalise_phone("+44 20 7946 0958").as_deref(), Some("+442079460958"));
    assert_eq!(normalise_phone("02 981 2345").as_deref(), Some("+35929812345"));
}

#[test]
fn what_is_no_full_number_has_no_form() {
    for phone in ["*88", "123", "", "няма", "Мария 0888 123 456", "+", "0888 12", "++359888123456", "*99*0888123456#"]
    {
        assert_eq!(normalise_phone(phone), None, "{phone}");
    }
}

#[test]
fn names_are_in_the_order_of_the_language() {
    let sorted = |tag: &str| {
        let collator = NameCollator::new(tag).expect("a language");
        let mut names = vec!["Яна", "Zara", "ангел", "Борис", "Ангел", "anna", "Élodie", "Цветан", "Ангелина"];
        names.sort_by_cached_key(|name| collator.key(name));
        let mut compared = names.clone();
        compared.sort_by(|one, other| collator.compare(one, other));
        assert_eq!(names, compared);
        names.join(" ")
    };
    assert_eq!(sorted("bg"), "ангел Ангел Ангелина Борис Цветан Яна anna Élodie Zara");
    assert_eq!(sorted("en"), "anna Élodie Zara ангел Ангел Ангелина Борис Цветан Яна");
    assert!(NameCollator::new("не е език").is_err());
}

#[test]
fn the_leading_part_of_a_key_orders_as_the_key_does() {
    let collator = NameCollator::new("bg").expect("a language");
    let mut names = ["Ангел", "Борис", "Мария", "Марта", "Anna", "Яна", ""];
    names.sort_by_cached_key(|name| collator.key(name));
    let leading = names.map(|name| collator.key(name).leading());
    assert!(leading.is_sorted());
}

proptest! {
    #[test]
    fn any_text_folds_and_every_form_points_into_it(text in any::<String>()) {
        let length = text.chars().count();
        let mut forms = Vec::new();
        read_words(&text, &mut |reading| {
            forms.push((reading.bytes.to_vec(), reading.spans.to_vec()));
        });
        for (bytes, spans) in forms {
            prop_assert!(!bytes.is_empty());
            prop_assert_eq!(bytes.len(), spans.len());
            prop_assert!(std::str::from_utf8(&bytes).is_ok());
            for span in spans {
                prop_assert!(span.start < span.end && span.end <= length);
            }
        }
    }

    #[test]
    fn cyrillic_and_its_official_transliteration_fold_alike(word in "[а-ъьюя]{1,12}") {
        let latin = transliterate(&word);
        let mut cyrillic = readings(&word);
        let meets = readings(&latin).iter().any(|reading| cyrillic.contains(reading));
        prop_assert!(meets, "{} {} {:?} {:?}", word, latin, cyrillic.pop(), readings(&latin));
    }

    #[test]
    fn folding_twice_changes_no_bulgarian_text(text in "[А-Ъа-ъьюяЮЯ .,-]{0,40}") {
        let once = fold(&text);
        prop_assert!(once.is_empty() || once.is_ascii());
        prop_assert!(same_name(&once, &text, WordOrder::Same) || once.is_empty());
    }

    #[test]
    fn any_text_may_stand_where_a_phone_is_expected(text in any::<String>(), digits in "[+0-9*#x, ()-]{0,24}") {
        for phone in [text, digits] {
            if let Some(number) = normalise_phone(&phone) {
                prop_assert!(number.starts_with('+') && number.len() > 6);
                prop_assert!(number.bytes().skip(1).all(|byte| byte.is_ascii_digit()));
            }
        }
    }
}
