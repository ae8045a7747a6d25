using CoachBot.Core.Knowledge;
using CoachBot.Core.Language;
using CoachBot.Core.Search.Keyword;

namespace CoachBot.Infrastructure.Search.Keyword;

/// <summary>A case or a passage as the keyword index holds it.</summary>
internal abstract class KeywordEntry
{
    /// <summary>Its id.</summary>
    public abstract string Id { get; }

    /// <summary>The languages it can be shown in: <c>zh</c>, <c>en</c>.</summary>
    public abstract IReadOnlyList<string> Languages { get; }

    /// <summary>The title in one of its languages, as written.</summary>
    public abstract string Title(string language);

    /// <summary>The other texts in one of its languages, as written.</summary>
    public abstract IEnumerable<ShownText> Texts(string language);

    /// <summary>The values it has in the field of a filter.</summary>
    public abstract IEnumerable<string> Values(KeywordField field);

    /// <summary>Its face for people: everything but what the query decides.</summary>
    public abstract KeywordHit Hit(string title, AnswerLanguage language);

    /// <summary>The case's tags, in one line.</summary>
    public virtual string Tags => "";

    /// <summary>Whether a text may be written in Traditional characters for the reader.</summary>
    public virtual bool IsSimplified => true;
}

/// <summary>A case in the keyword index.</summary>
internal sealed class CaseEntry(Case @case, FaceTexts texts) : KeywordEntry
{
    private static readonly string[] BothFaces = ["zh", "en"];

    public override string Id => @case.Id;

    public override IReadOnlyList<string> Languages => BothFaces;

    public override string Tags { get; } = string.Join(", ", @case.Tags);

    public override string Title(string language) => Face(language).Title;

    public override IEnumerable<ShownText> Texts(string language) => texts.Of(Face(language), language == "en");

    public override IEnumerable<string> Values(KeywordField field) => field switch
    {
        KeywordField.Role => @case.Roles.Contains("any") ? Vocabulary.Roles : @case.Roles,
        KeywordField.Tag => @case.Tags,
        KeywordField.Kind => [@case.Kind.Code()],
        KeywordField.Lang => BothFaces,
        KeywordField.Domain => [@case.Domain],
        KeywordField.Risk => [@case.Risk == CaseRisk.High ? "high" : "low"],
        KeywordField.Status => [@case.Published ? "published" : "draft"],
        KeywordField.Source => @case.Sources.Select(source => source.Document),
        KeywordField.Covers => @case.Covers,
        KeywordField.Verified => [@case.Review.Verified is null ? "no" : "yes"],
        _ => [@case.Id],
    };

    public override KeywordHit Hit(string title, AnswerLanguage language) => new()
    {
        Id = @case.Id,
        Kind = @case.Kind.Code(),
        Title = title,
        TitleRanges = [],
        Score = 0,
        Fragments = [],
        Roles = @case.Roles,
        Tags = @case.Tags,
        Published = @case.Published,
        Language = language,
    };

    private Face Face(string language) => language == "en" ? @case.En : @case.Zh;
}

/// <summary>A passage in the keyword index.</summary>
internal sealed class PassageEntry(KeywordPassage passage, KnowledgePack pack) : KeywordEntry
{
    public override string Id => passage.Id;

    public override IReadOnlyList<string> Languages { get; } = [passage.Language.IsChinese() ? "zh" : "en"];

    public override bool IsSimplified => passage.Language != AnswerLanguage.ZhHant;

    public override string Title(string language) => passage.Heading ?? DocumentTitle(language) ?? passage.Document;

    public override IEnumerable<ShownText> Texts(string language) => [new ShownText("text", TextGroup.Steps, passage.Text)];

    public override IEnumerable<string> Values(KeywordField field) => field switch
    {
        KeywordField.Kind => [KeywordFields.PassageKind],
        KeywordField.Lang => Languages,
        KeywordField.Source => [passage.Document],
        KeywordField.Id => [passage.Id],
        KeywordField.Status => ["published"],
        _ => [],
    };

    public override KeywordHit Hit(string title, AnswerLanguage language) => new()
    {
        Id = passage.Id,
        Kind = KeywordFields.PassageKind,
        Title = title,
        TitleRanges = [],
        Score = 0,
        Fragments = [],
        Published = true,
        Language = language,
        Document = passage.Document,
        Heading = passage.Heading,
        Page = passage.Page,
    };

    private string? DocumentTitle(string language) =>
        !pack.Documents.TryGetValue(passage.Document, out var titles) ? null : language == "en" ? titles.En : titles.Zh;
}
