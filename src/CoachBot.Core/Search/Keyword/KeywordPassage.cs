using CoachBot.Core.Language;

namespace CoachBot.Core.Search.Keyword;

/// <summary>A piece of a raw document that no case was written from yet, as the keyword search takes it.</summary>
/// <param name="Id">E.g. <c>document-name#12</c>.</param>
/// <param name="Document">The document's short name: what <c>source:</c> filters by.</param>
/// <param name="Heading">The heading it stands under; null where the document has none.</param>
/// <param name="Page">The page it stands on, where the document has pages.</param>
/// <param name="Text">The passage.</param>
/// <param name="Language">The language it is written in.</param>
public sealed record KeywordPassage(string Id, string Document, string? Heading, int? Page, string Text, AnswerLanguage Language);
