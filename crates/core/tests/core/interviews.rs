//! What the first talk makes of somebody who is registered already.

use sponsor_core::command::Command;
use sponsor_core::model::{Interview, InterviewId, Language, Role};

use crate::figures::{Case, moment, november};

#[test]
fn a_company_number_typed_in_the_talk_fills_an_empty_one_and_never_changes_one_that_is_there() {
    let case = Case::new();
    let person = case.registered("Иван Стоев", case.me, november(20), Role::Partner);
    let number =
        || case.desk.read().unwrap().people().get(person).unwrap().registration.clone().unwrap().company_number;
    for (typed, expected) in [("700123", "700123"), ("999", "700123")] {
        let id = InterviewId::new(case.desk.ids(), moment());
        let mut interview = Interview::new(id, Language::Bulgarian, moment());
        interview.person = Some(person);
        interview.guest_name = "Иван Стоев".to_owned();
        interview.company_number = typed.to_owned();
        case.run(Command::StartInterview(Box::new(interview)));
        case.run(Command::FinishFirstTalk(id));
        assert_eq!(number(), expected);
    }
}
