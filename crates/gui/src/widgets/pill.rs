//! Pills that say a state, and chips that do something.

use egui::{
    Color32, CornerRadius, Response, Role, Sense, Stroke, StrokeKind, Ui, Widget, WidgetInfo, vec2,
};

use super::paint::{Line, SMALL_GAP, focus_ring, ground};
use crate::icons;
use crate::theme::{IconSize, TextSize, Tokens, height, space};
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
struct Colours {
    ground: Color32,
    line: Color32,
    ink: Color32,
}

impl Tone {
    fn colours(self, tokens: &Tokens) -> Colours {
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

/// A pill that says something: `ui.add(Pill::new("направено").icon(icons::DONE).tone(Tone::Accent))`.
#[derive(Debug, Clone)]
#[must_use = "a pill is shown with `ui.add`"]
pub struct Pill<'a> {
    text: &'a str,
    icon: Option<char>,
    tone: Tone,
}

impl<'a> Pill<'a> {
    /// A neutral pill.
    pub const fn new(text: &'a str) -> Self {
        Self {
            text,
            icon: None,
            tone: Tone::Neutral,
        }
    }

    /// The pill of a stage; the text is [`StageLook::word`].
    pub const fn stage(stage: StageLook, text: &'a str) -> Self {
        Self {
            text,
            icon: Some(stage.icon()),
            tone: stage.tone(),
        }
    }

    /// The pill of a priority; the text is [`PriorityLook::word`].
    pub const fn priority(priority: PriorityLook, text: &'a str) -> Self {
        Self {
            text,
            icon: Some(priority.icon()),
            tone: priority.tone(),
        }
    }

    /// An icon before the words.
    pub const fn icon(mut self, icon: char) -> Self {
        self.icon = Some(icon);
        self
    }

    /// Its meaning.
    pub const fn tone(mut self, tone: Tone) -> Self {
        self.tone = tone;
        self
    }
}

impl Widget for Pill<'_> {
    fn ui(self, ui: &mut Ui) -> Response {
        let tokens = Tokens::of(ui);
        let colours = self.tone.colours(&tokens);
        let mut line = Line::new(SMALL_GAP);
        if let Some(icon) = self.icon {
            line.icon(ui, icon, IconSize::Small, colours.ink);
        }
        line.text(ui, self.text, TextSize::Pill, colours.ink);
        let (rect, response) = ui.allocate_exact_size(
            vec2(line.size().x + 2.0 * space::S, height::PILL),
            Sense::hover(),
        );
        response.widget_info(|| WidgetInfo::labeled(Role::Label, true, self.text));
        paint_capsule(ui, rect, colours.ground, colours.line, 1.0);
        line.paint_centred(ui.painter(), rect);
        response
    }
}

fn paint_capsule(ui: &Ui, rect: egui::Rect, fill: Color32, line: Color32, width: f32) {
    let stroke = if line == Color32::TRANSPARENT {
        Stroke::NONE
    } else {
        Stroke::new(width, line)
    };
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "half the height of a chip"
    )]
    let corner = CornerRadius::same((rect.height() / 2.0).round() as u8);
    ui.painter()
        .rect(rect, corner, fill, stroke, StrokeKind::Inside);
}

/// What became of a chip in this frame.
#[derive(Debug)]
pub struct ChipResponse {
    /// The chip itself; `clicked()` when it was pressed.
    pub response: Response,
    /// Its cross was pressed, or Delete while it had the focus.
    pub removed: bool,
}

/// A chip that does something: filters, what was understood, people in a field.
///
/// `Chip::new("днес").icon(icons::DUE).tone(Tone::Important).count("4").selected(on).show(ui).response.clicked()`
#[derive(Debug, Clone)]
#[must_use = "a chip is shown with `show`"]
pub struct Chip<'a> {
    text: &'a str,
    icon: Option<char>,
    count: Option<&'a str>,
    tone: Tone,
    selected: Option<bool>,
    opens: bool,
    remove: Option<&'a str>,
    height: f32,
    width: Option<f32>,
}

impl<'a> Chip<'a> {
    /// A chip with these words.
    pub const fn new(text: &'a str) -> Self {
        Self {
            text,
            icon: None,
            count: None,
            tone: Tone::Accent,
            selected: None,
            opens: false,
            remove: None,
            height: height::CHIP,
            width: None,
        }
    }

    /// An icon before the words.
    pub const fn icon(mut self, icon: char) -> Self {
        self.icon = Some(icon);
        self
    }

    /// A number after the words.
    pub const fn count(mut self, count: &'a str) -> Self {
        self.count = Some(count);
        self
    }

    /// Its meaning: the colour of its icon, and of all of it while it is selected.
    pub const fn tone(mut self, tone: Tone) -> Self {
        self.tone = tone;
        self
    }

    /// Makes it a choice that is on or off.
    pub const fn selected(mut self, selected: bool) -> Self {
        self.selected = Some(selected);
        self
    }

    /// It opens a list: a caret stands after the words.
    pub const fn opens(mut self) -> Self {
        self.opens = true;
        self
    }

    /// It can be taken away; the name of the cross is read aloud.
    pub const fn removable(mut self, name: &'a str) -> Self {
        self.remove = Some(name);
        self
    }

    /// Another height, up to 36.
    pub const fn height(mut self, height: f32) -> Self {
        self.height = height;
        self
    }

    /// At least this wide.
    pub const fn width(mut self, width: f32) -> Self {
        self.width = Some(width);
        self
    }

    /// Shows the chip.
    pub fn show(self, ui: &mut Ui) -> ChipResponse {
        let tokens = Tokens::of(ui);
        let on = self.selected.unwrap_or(self.remove.is_some());
        let tone = self.tone.colours(&tokens);
        let ink = if on { tone.ink } else { tokens.ink };
        let line = self.line(ui, ink, tone.ink);
        let cross = if self.remove.is_some() { 20.0 } else { 0.0 };
        let natural = line.size().x + 2.0 * space::M + cross;
        let size = vec2(natural.max(self.width.unwrap_or(0.0)), self.height);
        let (rect, response) = ui.allocate_exact_size(size, Sense::click());
        self.tell(ui, &response);
        let (fill, edge) = match (on, self.tone) {
            (true, Tone::Accent) => (tone.ground, Color32::TRANSPARENT),
            (true, _) => (tone.ground, tone.ink),
            (false, _) if response.hovered() => (tokens.card, tokens.hovered_line()),
            (false, _) => (tokens.card, tokens.line),
        };
        paint_capsule(ui, rect, ground(&tokens, &response, fill), edge, 1.0);
        let words = egui::Rect::from_min_max(rect.min, rect.max - vec2(cross, 0.0));
        line.paint_centred(ui.painter(), words);
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "half the height of a chip"
        )]
        focus_ring(ui, &response, rect, (self.height / 2.0) as u8);
        let removed = self
            .remove
            .is_some_and(|name| cross_clicked(ui, &response, name, ink));
        ChipResponse { response, removed }
    }

    fn line(&self, ui: &Ui, ink: Color32, icon_ink: Color32) -> Line {
        let mut line = Line::new(SMALL_GAP);
        if let Some(icon) = self.icon {
            line.icon(ui, icon, IconSize::Small, icon_ink);
        }
        line.text(ui, self.text, TextSize::SoftMedium, ink);
        if let Some(count) = self.count {
            line.text(ui, count, TextSize::SoftMedium, ink);
        }
        if self.opens {
            line.icon(ui, icons::DOWN, IconSize::Small, ink);
        }
        line
    }

    fn tell(&self, ui: &Ui, response: &Response) {
        let name = match self.count {
            Some(count) => format!("{} {count}", self.text),
            None => self.text.to_owned(),
        };
        response.widget_info(|| match self.selected {
            Some(selected) => {
                WidgetInfo::selected(Role::CheckBox, ui.is_enabled(), selected, &name)
            }
            None => WidgetInfo::labeled(Role::Button, ui.is_enabled(), &name),
        });
    }
}

fn cross_clicked(ui: &Ui, chip: &Response, name: &str, ink: Color32) -> bool {
    let rect = egui::Rect::from_min_max(chip.rect.right_top() - vec2(28.0, 0.0), chip.rect.max);
    let cross = ui.interact(rect, chip.id.with("remove"), Sense::click());
    cross.widget_info(|| WidgetInfo::labeled(Role::Button, ui.is_enabled(), name));
    let mut line = Line::new(0.0);
    line.icon(ui, icons::CLOSE, IconSize::Small, ink);
    line.paint_centred(ui.painter(), rect);
    focus_ring(ui, &cross, rect.shrink(4.0), 8);
    let by_key = chip.has_focus()
        && ui.input(|input| {
            input.key_pressed(egui::Key::Delete) || input.key_pressed(egui::Key::Backspace)
        });
    cross.clicked() || by_key
}
