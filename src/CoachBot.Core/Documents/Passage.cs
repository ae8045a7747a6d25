namespace CoachBot.Core.Documents;

/// <summary>A piece of a document that can be found and shown by itself: one scene, one article of a rule, one heading's text.</summary>
/// <param name="Id">The document's name, <c>#</c>, the number.</param>
/// <param name="Document">The document's name.</param>
/// <param name="Number">Counted from 1 within the document.</param>
/// <param name="Section">Passages of one scene or heading share this number; a long one has several.</param>
/// <param name="Heading">The heading it stands under; empty where the document has none.</param>
/// <param name="Page">Page, slide or sheet where it begins, where the format knows it.</param>
/// <param name="Text">The cleaned text, one paragraph a line, without the heading.</param>
/// <param name="Language"><c>zh</c> or <c>en</c>.</param>
public sealed record Passage(
    string Id, string Document, int Number, int Section, string Heading, int? Page, string Text, string Language);
