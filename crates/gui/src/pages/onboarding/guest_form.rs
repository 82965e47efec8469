//! Who the guest is, as it is typed: before the talk, and again as its first step.

use chrono::NaiveDateTime;
use serde::{Deserialize, Serialize};
use sponsor_core::Now;
use sponsor_core::model::{FormOfAddress, Interview, InterviewId, Language, Person, PersonId, Role};
use sponsor_core::text::{WordOrder, same_name};

use super::wording::Voice;
use crate::app::{Form, FormKind};
use crate::format::{Formats, parse};

/// The step with which a talk begins: the one about who it is was filled in before.
const FIRST_STEP: &str = "company";

/// Who it is, as it is typed.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct GuestForm {
    /// The name.
    pub name: String,
    /// The phone.
    pub phone: String,
    /// The city.
    pub city: String,
    /// The language of the talk.
    pub language: Language,
    /// «ти» or «Вие».
    pub form: FormOfAddress,
    /// Partner or customer.
    pub role: Role,
    /// The number in the company.
    pub number: String,
    /// The day of the registration.
    pub date: String,
    /// Its time.
    pub time: String,
    person: Option<PersonId>,
    /// What was taken over from a known person.
    #[serde(default)]
    taken: Option<Taken>,
}

/// What a known person brought into the form; it goes again with them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
struct Taken {
    person: PersonId,
    name: String,
    phone: String,
    city: String,
    number: String,
}

impl Form for GuestForm {
    const KIND: FormKind = FormKind::InterviewGuest;
}

impl GuestForm {
    /// For somebody new, registered at this moment.
    #[must_use]
    pub fn new(now: Now, formats: &Formats) -> Self {
        Self {
            name: String::new(),
            phone: String::new(),
            city: String::new(),
            language: formats.language(),
            form: FormOfAddress::Informal,
            role: Role::Partner,
            number: String::new(),
            date: formats.date_compact(now.local.date()),
            time: formats.time(now.local.time()),
            person: None,
            taken: None,
        }
    }

    /// The known person whose record this is.
    #[must_use]
    pub const fn person(&self) -> Option<PersonId> {
        self.person
    }

    /// The known person who was chosen before the name became another one.
    #[must_use]
    pub fn let_go(&self) -> Option<&str> {
        let taken = self.taken.as_ref().filter(|_| self.person.is_none())?;
        (!self.is_called(&taken.name)).then_some(taken.name.as_str())
    }

    fn is_called(&self, name: &str) -> bool {
        same_name(&self.name, name, WordOrder::Any)
    }

    /// Takes over what is known of a person.
    pub fn take(&mut self, person: &Person, formats: &Formats) {
        self.person = Some(person.id);
        self.name = person.name.full();
        self.form = person.address_form;
        self.phone = person.phones.first().map(|phone| phone.number.clone()).unwrap_or_default();
        self.city.clone_from(&person.city);
        self.number.clear();
        if let Some(registration) = &person.registration {
            self.role = registration.role;
            self.number.clone_from(&registration.company_number);
            self.date = formats.date_compact(registration.on);
            if let Some(at) = registration.at {
                self.time = formats.time(at);
            }
        }
        self.remember(person.id);
    }

    fn remember(&mut self, person: PersonId) {
        self.taken = Some(Taken {
            person,
            name: self.name.clone(),
            phone: self.phone.clone(),
            city: self.city.clone(),
            number: self.number.clone(),
        });
    }

    /// Another name is another person: the record of the known one, and what came from it, go.
    pub fn follow_the_name(&mut self) {
        let known = self.taken.as_ref().is_some_and(|taken| self.is_called(&taken.name));
        if self.person.is_some() && !known {
            self.leave_person();
        }
    }

    /// It is somebody else than the known person.
    pub fn leave_person(&mut self) {
        self.person = None;
        let Some(taken) = &self.taken else { return };
        for (field, came) in
            [(&mut self.phone, &taken.phone), (&mut self.city, &taken.city), (&mut self.number, &taken.number)]
        {
            if field == came {
                field.clear();
            }
        }
    }

    /// It is the known person after all, under their own name.
    pub fn take_back(&mut self) {
        let Some(taken) = self.taken.clone() else { return };
        self.person = Some(taken.person);
        self.name = taken.name;
        for (field, came) in
            [(&mut self.phone, taken.phone), (&mut self.city, taken.city), (&mut self.number, taken.number)]
        {
            if field.trim().is_empty() {
                *field = came;
            }
        }
    }

    /// As an interview has it.
    #[must_use]
    pub fn of(interview: &Interview, formats: &Formats) -> Self {
        let mut form = Self {
            name: interview.guest_name.clone(),
            phone: interview.guest_phone.clone(),
            city: interview.guest_city.clone(),
            language: interview.language,
            form: interview.address_form,
            role: interview.role,
            number: interview.company_number.clone(),
            date: formats.date_compact(interview.registered.date()),
            time: formats.time(interview.registered.time()),
            person: interview.person,
            taken: None,
        };
        if let Some(person) = interview.person {
            form.remember(person);
        }
        form
    }

    /// Puts what was typed into an interview; what cannot be read leaves what was there. Another language or form of
    /// address gives the questions their other wording.
    pub fn put_into(&self, interview: &mut Interview, now: Now) {
        let name = self.name.split_whitespace().collect::<Vec<_>>().join(" ");
        if !name.is_empty() {
            interview.guest_name = name;
            interview.person = self.person;
        }
        self.phone.trim().clone_into(&mut interview.guest_phone);
        self.city.trim().clone_into(&mut interview.guest_city);
        self.number.trim().clone_into(&mut interview.company_number);
        interview.role = self.role;
        if let Some(registered) = self.registered(now) {
            interview.registered = registered;
        }
        if (interview.language, interview.address_form) != (self.language, self.form) || interview.steps.is_empty() {
            (interview.language, interview.address_form) = (self.language, self.form);
            interview.steps = Voice::new(self.language, self.form).steps();
        }
    }

    fn registered(&self, now: Now) -> Option<NaiveDateTime> {
        let day = parse::date(&self.date, now.local.date())?;
        Some(day.and_time(parse::time(&self.time)?))
    }

    /// Whether it says enough for a talk to begin.
    #[must_use]
    pub fn can_begin(&self, now: Now) -> bool {
        self.name.chars().any(char::is_alphanumeric) && self.registered(now).is_some()
    }

    /// The interview that begins with it.
    #[must_use]
    pub fn interview(&self, id: InterviewId, now: Now) -> Interview {
        let mut interview = Interview::new(id, self.language, now.local);
        FIRST_STEP.clone_into(&mut interview.step);
        self.put_into(&mut interview, now);
        interview
    }
}

#[cfg(test)]
mod tests {
    use chrono::NaiveDate;
    use sponsor_core::Now;
    use sponsor_core::model::{IdSource, InterviewId, Language, Name, Person, PersonId, Phone};

    use super::GuestForm;
    use crate::format::Formats;
    use crate::words::Words;

    fn known() -> (GuestForm, Person, Now) {
        let formats = Formats::new(Words::new(Language::Bulgarian));
        let at = NaiveDate::from_ymd_opt(2026, 11, 24).unwrap().and_hms_opt(12, 40, 0).unwrap();
        let now = Now::new(at, chrono_tz::Europe::Sofia);
        let name = Name::new("Елена", "Димова").unwrap();
        let mut person = Person::new(PersonId::new(&IdSource::seeded(1), at), name, at.date());
        person.phones.push(Phone { number: "0888 555 316".to_owned(), label: String::new() });
        "Карлово".clone_into(&mut person.city);
        let mut form = GuestForm::new(now, &formats);
        form.take(&person, &formats);
        (form, person, now)
    }

    #[test]
    fn another_name_lets_the_known_person_and_their_phone_go() {
        let (mut form, person, now) = known();
        "Елена  димова".clone_into(&mut form.name);
        form.follow_the_name();
        assert_eq!(form.person(), Some(person.id), "the same name, typed otherwise");
        "Елена Донева".clone_into(&mut form.name);
        "Пловдив".clone_into(&mut form.city);
        form.follow_the_name();
        assert_eq!((form.person(), form.let_go()), (None, Some("Елена Димова")));
        assert_eq!((form.phone.as_str(), form.city.as_str()), ("", "Пловдив"), "what was typed stays");
        let begun = form.interview(InterviewId::new(&IdSource::seeded(2), now.local), now);
        assert_eq!((begun.guest_name.as_str(), begun.person), ("Елена Донева", None));
        form.take_back();
        assert_eq!(
            (form.person(), form.name.as_str(), form.phone.as_str()),
            (Some(person.id), "Елена Димова", "0888 555 316")
        );
    }

    #[test]
    fn a_name_changed_in_the_first_step_of_the_talk_is_another_person_too() {
        let (form, person, now) = known();
        let formats = Formats::new(Words::new(Language::Bulgarian));
        let mut interview = form.interview(InterviewId::new(&IdSource::seeded(2), now.local), now);
        assert_eq!(interview.person, Some(person.id));
        let mut again = GuestForm::of(&interview, &formats);
        "Мария Колева".clone_into(&mut again.name);
        again.follow_the_name();
        again.put_into(&mut interview, now);
        assert_eq!((interview.person, interview.guest_phone.as_str()), (None, ""));
    }
}
