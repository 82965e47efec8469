//! How a person is reached.

use serde::{Deserialize, Serialize};

/// A phone number as it was typed or imported; comparing is by its normalised form (`crate::text::phone`).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Phone {
    /// The number as a person wrote it.
    pub number: String,
    /// What kind of number it is, in the words of the file it came from; empty when unsaid.
    pub label: String,
}

/// An e-mail address as it was typed or imported.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Email {
    /// The address.
    pub address: String,
    /// What kind of address it is, in the words of the file it came from; empty when unsaid.
    pub label: String,
}

/// A service through which short messages go.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum MessengerKind {
    /// Viber.
    Viber,
    /// WhatsApp.
    WhatsApp,
    /// Telegram.
    Telegram,
    /// Messenger of Facebook.
    Messenger,
    /// Any other.
    Other,
}

/// A person's handle in a messenger.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Messenger {
    /// The service.
    pub kind: MessengerKind,
    /// The number or the name there.
    pub handle: String,
}
