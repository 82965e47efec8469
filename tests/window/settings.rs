//! Tests of the page or part of the same name, through the real window code.
