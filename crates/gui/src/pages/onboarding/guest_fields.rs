//! The fields in which it is typed who the guest is.

use egui::{Id, Ui};
use sponsor_core::Now;
use sponsor_core::model::{FormOfAddress, Language, Role};

use super::guest_form::GuestForm;
use crate::theme::space;
use crate::widgets::{Field, Segmented, Select, date_field, soft, time_field};
use crate::words::Words;

/// The fields of the form; tells whether Enter was pressed in one. `fresh` gives the focus to the name.
pub fn fields(ui: &mut Ui, words: &Words, now: Now, form: &mut GuestForm, fresh: bool) -> bool {
    ui.spacing_mut().item_spacing.y = space::M;
    let half = (ui.available_width() - space::L) / 2.0;
    let label = |key: &str| words.get(key);
    let name_id = Id::unique("onboarding-guest-name");
    let name = label("onboarding-guest-name");
    let typed = Field::new(&name, &mut form.name).id(name_id).show(ui);
    let mut committed = typed.committed;
    if typed.response.changed() {
        form.follow_the_name();
    }
    if fresh {
        ui.memory_mut(|memory| memory.request_focus(name_id));
    }
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = space::L;
        let (phone, city) = (label("onboarding-guest-phone"), label("onboarding-guest-city"));
        committed |= Field::new(&phone, &mut form.phone).width(half).show(ui).committed;
        committed |= Field::new(&city, &mut form.city).width(half).show(ui).committed;
    });
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = space::L;
        committed |= registration(ui, words, now, form, half);
    });
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = space::L;
        choices(ui, words, form);
    });
    committed
}

/// When they were registered, and under which number.
fn registration(ui: &mut Ui, words: &Words, now: Now, form: &mut GuestForm, half: f32) -> bool {
    let (date, time) = (words.get("onboarding-guest-date"), words.get("onboarding-guest-time"));
    let number = words.get("onboarding-guest-number");
    let short = ((half - space::L) / 2.0).min(104.0);
    let date = Field::new(&date, &mut form.date).width(half - short - space::L);
    let mut committed = date_field(ui, words, date, now.local.date()).field.committed;
    let time = Field::new(&time, &mut form.time).width(short);
    committed |= time_field(ui, words, time).field.committed;
    committed | Field::new(&number, &mut form.number).width(half).show(ui).committed
}

fn choices(ui: &mut Ui, words: &Words, form: &mut GuestForm) {
    let role = words.get("onboarding-guest-role");
    labelled(ui, &role, |ui| {
        let (partner, customer) = (words.get("role-partner"), words.get("role-customer"));
        let switch = Segmented::new(&role, &mut form.role).option(Role::Partner, &partner);
        switch.option(Role::Customer, &customer).show(ui);
    });
    let language = words.get("onboarding-guest-language");
    let names = Language::ALL.map(|language| (language, language.own_name().to_owned()));
    Select::new(&language, &mut form.language).options(names).width(160.0).show(ui);
    // English addresses everybody alike.
    if form.language == Language::Bulgarian {
        let address = words.get("onboarding-guest-form");
        labelled(ui, &address, |ui| {
            let (ti, vie) = (words.get("list-informal"), words.get("list-formal"));
            let switch = Segmented::new(&address, &mut form.form).option(FormOfAddress::Informal, &ti);
            switch.option(FormOfAddress::Formal, &vie).show(ui);
        });
    }
}

fn labelled(ui: &mut Ui, label: &str, contents: impl FnOnce(&mut Ui)) {
    ui.vertical(|ui| {
        ui.spacing_mut().item_spacing.y = space::XS;
        soft(ui, label);
        contents(ui);
    });
}
