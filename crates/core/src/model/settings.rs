//! The settings of a workspace: one record.

use chrono::{NaiveDate, NaiveTime, Weekday};
use serde::{Deserialize, Serialize};

use super::values::is_default;
use super::{Currency, FormOfAddress, OwnMethod, PathStep, PersonId, Relation, RememberedColumns, SavedView, Stage};

/// Days between contacts where neither the person nor the relation says otherwise.
pub const DEFAULT_CADENCE_DAYS: u16 = 14;

/// The languages of the product.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Language {
    /// Български.
    #[default]
    Bulgarian,
    /// British English.
    English,
}

impl Language {
    /// Both, in the order in which a person chooses.
    pub const ALL: [Self; 2] = [Self::Bulgarian, Self::English];

    /// The language for a system's locale such as `bg_BG.UTF-8`; English for all that are not Bulgarian.
    #[must_use]
    pub fn from_system(locale: &str) -> Self {
        let language = locale.split(['-', '_', '.', '@']).next().unwrap_or("");
        if language.eq_ignore_ascii_case("bg") { Self::Bulgarian } else { Self::English }
    }

    /// Its code: `bg` or `en`.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Bulgarian => "bg",
            Self::English => "en",
        }
    }

    /// Its name in itself, for the choice of language.
    #[must_use]
    pub const fn own_name(self) -> &'static str {
        match self {
            Self::Bulgarian => "Български",
            Self::English => "English",
        }
    }
}

/// Light, dark, or as the system is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum ThemeChoice {
    /// As the system is.
    #[default]
    System,
    /// Light.
    Light,
    /// Dark.
    Dark,
}

/// The pages that a beginner does not see until they are needed or switched on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Page {
    /// Структура.
    Structure,
    /// Посрещане.
    Onboarding,
    /// Показатели.
    Figures,
    /// Обучение.
    Training,
}

/// Everything that a person can set.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Settings {
    /// The user's own person record, the root of the structure.
    pub me: PersonId,
    /// The language of the screen.
    pub language: Language,
    /// The theme.
    pub theme: ThemeChoice,
    /// The size of text, in per cent.
    pub text_percent: u16,
    /// Pages that are switched on before they are needed.
    pub pages_on: Vec<Page>,
    /// The first day of the week.
    pub week_starts: Weekday,
    /// The day of the weekly review.
    pub review_day: Weekday,
    /// The hour of the weekly review.
    pub review_at: NaiveTime,
    /// The hour of the evening review.
    pub evening_at: NaiveTime,
    /// When a day ends: what is jotted before this hour of the night belongs to the evening before.
    pub day_ends: NaiveTime,
    /// The home city: list 1.
    pub home_city: String,
    /// The currency of orders.
    pub currency: Currency,
    /// The company's name for its points; empty for the product's own word.
    pub points_name: String,
    /// Minutes before an entry at which it reminds, unless said otherwise; none for no reminder.
    pub reminder_minutes: Option<u32>,
    /// Days between contacts where nothing else says.
    pub cadence_days: u16,
    /// Days between contacts by relation, where set.
    pub cadence_by_relation: Vec<(Relation, u16)>,
    /// Days between contacts by stage, where set; a stage goes before a relation.
    #[serde(default)]
    pub cadence_by_stage: Vec<(Stage, u16)>,
    /// Whether an order offers dated calls: has it come, how is it used, is it running out.
    #[serde(default = "yes")]
    pub order_calls: bool,
    /// What was said of the columns of other programs' tables.
    #[serde(default, skip_serializing_if = "is_default")]
    pub columns: RememberedColumns,
    /// Views of the list that are kept under a name, in the order in which they were kept.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub views: Vec<SavedView>,
    /// Ready words that a person has put in the place of those that come with the program.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub ready_words: Vec<OwnWords>,
    /// A day on which three months of the user's own plan begin; none for the quarters of the calendar.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub three_months_from: Option<NaiveDate>,
    /// The learning path where the sponsor has changed it; empty for the one that comes with the program.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub learning_path: Vec<PathStep>,
    /// Methods in the sponsor's own words, and of the sponsor's own.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub own_methods: Vec<OwnMethod>,
    /// The keys of methods that are not shown.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub hidden_methods: Vec<String>,
}

/// Which wording of a ready text: its language, and in Bulgarian how the person is addressed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Wording {
    /// Bulgarian, «ти».
    #[default]
    BulgarianInformal,
    /// Bulgarian, «Вие».
    BulgarianFormal,
    /// English.
    English,
}

impl Wording {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::BulgarianInformal, Self::BulgarianFormal, Self::English];

    /// The wording for a person in a language.
    #[must_use]
    pub const fn of(language: Language, form: FormOfAddress) -> Self {
        match (language, form) {
            (Language::English, _) => Self::English,
            (Language::Bulgarian, FormOfAddress::Informal) => Self::BulgarianInformal,
            (Language::Bulgarian, FormOfAddress::Formal) => Self::BulgarianFormal,
        }
    }
}

/// A ready text in a person's own words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OwnWords {
    /// The key of the ready text.
    pub key: String,
    /// Which wording of it.
    pub wording: Wording,
    /// The words, with the places for name, day, place and the user's own name.
    pub text: String,
}

const fn yes() -> bool {
    true
}

impl Settings {
    /// The settings that a new workspace begins with.
    #[must_use]
    pub fn new(me: PersonId, language: Language) -> Self {
        let hour = |hour| NaiveTime::from_hms_opt(hour, 0, 0).unwrap_or_default();
        Self {
            me,
            language,
            theme: ThemeChoice::System,
            text_percent: 100,
            pages_on: Vec::new(),
            week_starts: Weekday::Mon,
            review_day: Weekday::Fri,
            review_at: hour(17),
            evening_at: hour(20),
            day_ends: hour(4),
            home_city: String::new(),
            currency: Currency::euro(),
            points_name: String::new(),
            reminder_minutes: None,
            cadence_days: DEFAULT_CADENCE_DAYS,
            cadence_by_relation: Vec::new(),
            cadence_by_stage: Vec::new(),
            order_calls: true,
            columns: RememberedColumns::default(),
            views: Vec::new(),
            ready_words: Vec::new(),
            three_months_from: None,
            learning_path: Vec::new(),
            own_methods: Vec::new(),
            hidden_methods: Vec::new(),
        }
    }
}
