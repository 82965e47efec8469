//! What pages share.
