//! What colours mean in pills and chips; the looks of priorities and of stages.

use egui::Color32;

use crate::icons;
use crate::theme::Tokens;
use crate::words::Words;

/// What a pill or chip means, and so its colours.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Tone {
    /// Done, chosen, belonging to the action: the accent on its soft ground.
    Accent,
    /// The accent on a card within a line, as «клиент».
    AccentOutline,
    /// Quiet words on a grey ground, as «първи разговор».
    #[default]
    Neutral,
    /// Ink on a grey ground, as «видя презентация».
    NeutralStrong,
    /// Ink within a line, as «нов».
    Outline,
    /// Quiet words within a line, as «не сега».
    OutlineSoft,
    /// Urgent.
    Urgent,
    /// Important.
    Important,
    /// Necessary.
    Necessary,
    /// White on the accent, as «сега 12:40».
    Filled,
    /// The accent on the ground of a card, for pills on an accent ground.
    Card,
}

/// Ground, line and ink of a tone.
#[derive(Debug, Clone, Copy)]
pub(super) struct Colours {
    /// The ground.
    pub(super) ground: Color32,
    /// The edge; transparent where there is none.
    pub(super) line: Color32,
    /// Words and icons.
    pub(super) ink: Color32,
}

impl Tone {
    /// All three colours.
    pub(super) fn colours(self, tokens: &Tokens) -> Colours {
        let none = Color32::TRANSPARENT;
        let of = |ground, line, ink| Colours { ground, line, ink };
        match self {
            Self::Accent => of(tokens.accent_soft, none, tokens.accent),
            Self::AccentOutline => of(tokens.card, tokens.accent, tokens.accent),
            Self::Neutral => of(tokens.other_soft, none, tokens.soft),
            Self::NeutralStrong => of(tokens.other_soft, none, tokens.ink),
            Self::Outline => of(tokens.card, tokens.line, tokens.ink),
            Self::OutlineSoft => of(tokens.card, tokens.line, tokens.soft),
            Self::Urgent => of(tokens.urgent_soft, none, tokens.urgent),
            Self::Important => of(tokens.important_soft, none, tokens.important),
            Self::Necessary => of(tokens.necessary_soft, none, tokens.necessary),
            Self::Filled => of(tokens.accent, none, tokens.on_accent),
            Self::Card => of(tokens.card, none, tokens.accent),
        }
    }

    /// The colour of words and icons in this tone.
    #[must_use]
    pub fn ink(self, tokens: &Tokens) -> Color32 {
        self.colours(tokens).ink
    }

    /// The ground of this tone.
    #[must_use]
    pub fn ground(self, tokens: &Tokens) -> Color32 {
        self.colours(tokens).ground
    }
}

/// How pressing an entry is, for the widgets; pages map their own kind to it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum PriorityLook {
    /// спешно
    Urgent,
    /// важно
    Important,
    /// необходимо
    Necessary,
    /// друго
    Other,
}

impl PriorityLook {
    /// All four, the most pressing first.
    pub const ALL: [Self; 4] = [Self::Urgent, Self::Important, Self::Necessary, Self::Other];

    /// Its icon.
    #[must_use]
    pub const fn icon(self) -> char {
        match self {
            Self::Urgent => icons::URGENT,
            Self::Important => icons::IMPORTANT,
            Self::Necessary => icons::NECESSARY,
            Self::Other => icons::OTHER,
        }
    }

    /// Its tone.
    #[must_use]
    pub const fn tone(self) -> Tone {
        match self {
            Self::Urgent => Tone::Urgent,
            Self::Important => Tone::Important,
            Self::Necessary => Tone::Necessary,
            Self::Other => Tone::Neutral,
        }
    }

    /// The colour of its bar in the calendar.
    #[must_use]
    pub const fn bar(self, tokens: &Tokens) -> Color32 {
        match self {
            Self::Urgent => tokens.urgent,
            Self::Important => tokens.important,
            Self::Necessary => tokens.necessary,
            Self::Other => tokens.other,
        }
    }

    /// Its word.
    #[must_use]
    pub fn word(self, words: &Words) -> String {
        match self {
            Self::Urgent => words.get("priority-urgent"),
            Self::Important => words.get("priority-important"),
            Self::Necessary => words.get("priority-necessary"),
            Self::Other => words.get("priority-other"),
        }
    }
}

/// Where a person stands, for the widgets; a registered person is a customer or a partner.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum StageLook {
    /// нов
    New,
    /// първи разговор
    FirstTalk,
    /// видя презентация
    SawPresentation,
    /// обмисля
    Thinking,
    /// клиент
    Customer,
    /// партньор
    Partner,
    /// не сега
    NotNow,
    /// не е за него/нея
    NotForThem,
}

impl StageLook {
    /// Every stage.
    pub const ALL: [Self; 8] = [
        Self::New,
        Self::FirstTalk,
        Self::SawPresentation,
        Self::Thinking,
        Self::Customer,
        Self::Partner,
        Self::NotNow,
        Self::NotForThem,
    ];

    /// Its icon.
    #[must_use]
    pub const fn icon(self) -> char {
        match self {
            Self::New => icons::STAGE_NEW,
            Self::FirstTalk => icons::STAGE_FIRST_TALK,
            Self::SawPresentation => icons::STAGE_SAW_PRESENTATION,
            Self::Thinking => icons::STAGE_THINKING,
            Self::Customer => icons::STAGE_CUSTOMER,
            Self::Partner => icons::STAGE_PARTNER,
            Self::NotNow => icons::STAGE_NOT_NOW,
            Self::NotForThem => icons::STAGE_NOT_FOR_THEM,
        }
    }

    /// Its tone, from neutral to the accent.
    #[must_use]
    pub const fn tone(self) -> Tone {
        match self {
            Self::New => Tone::Outline,
            Self::FirstTalk => Tone::Neutral,
            Self::SawPresentation => Tone::NeutralStrong,
            Self::Thinking => Tone::Accent,
            Self::Customer | Self::Partner => Tone::AccentOutline,
            Self::NotNow | Self::NotForThem => Tone::OutlineSoft,
        }
    }

    /// Its word.
    #[must_use]
    pub fn word(self, words: &Words) -> String {
        match self {
            Self::New => words.get("stage-new"),
            Self::FirstTalk => words.get("stage-first-talk"),
            Self::SawPresentation => words.get("stage-saw-presentation"),
            Self::Thinking => words.get("stage-thinking"),
            Self::Customer => words.get("role-customer"),
            Self::Partner => words.get("role-partner"),
            Self::NotNow => words.get("stage-not-now"),
            Self::NotForThem => words.get("stage-not-for-them"),
        }
    }
}
