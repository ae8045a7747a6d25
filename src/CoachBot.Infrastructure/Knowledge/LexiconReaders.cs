using CoachBot.Core.Knowledge;

namespace CoachBot.Infrastructure.Knowledge;

/// <summary>Readers of the smaller files of the knowledge folder, one method a file format.</summary>
internal static class LexiconReaders
{
    /// <summary><c>people.yaml</c>: who stands behind a role's code.</summary>
    public static Dictionary<string, Person> People(MappingReader file) => file.Mapping("roles", required: true, roles =>
        roles.Entries(role => new Person(role.Text("zh"), role.Text("en"), role.OptionalText("contact")))) ?? [];

    /// <summary><c>sources.yaml</c>: titles of the documents that cases cite.</summary>
    public static Dictionary<string, Titles> Documents(MappingReader file) => file.Mapping("documents", required: true, documents =>
        documents.Entries(document => new Titles(document.Text("zh"), document.Text("en")))) ?? [];

    /// <summary><c>lexicon/glossary.yaml</c>: one concept a row.</summary>
    public static List<Concept> Glossary(MappingReader file) =>
        file.Mappings("concepts", required: true, row => new Concept(row.Texts("zh"), row.Texts("en")));

    /// <summary><c>lexicon/follow-ups.yaml</c>: how people ask on within a conversation.</summary>
    public static List<FollowUpPhrases> FollowUps(MappingReader file) => file.Mappings("follow-ups", required: true, row =>
        new FollowUpPhrases(row.Choice("aim", FollowUpAims.All), row.Texts("phrases", required: true)));

    /// <summary><c>lexicon/outside.yaml</c>: questions that no card answers.</summary>
    public static List<OutsideQuestion> Outside(MappingReader file) =>
        file.Texts("questions", required: true).ConvertAll(text => new OutsideQuestion(text));

    /// <summary><c>lexicon/forbidden.yaml</c>: phrases that no case may have people say.</summary>
    public static ForbiddenPhrases Forbidden(MappingReader file) =>
        new(file.Texts("zh", required: true), file.Texts("en", required: true));

    /// <summary><c>lexicon/signal-examples.yaml</c>: questions with the signals seen in them.</summary>
    public static List<SignalExamples> SignalExamples(MappingReader file) => file.Mappings("examples", required: true, row =>
        new SignalExamples(row.Texts("signals"), row.Texts("questions", required: true)));

    /// <summary><c>lexicon/signals.yaml</c>: signs of danger.</summary>
    public static List<RiskSignal> Signals(MappingReader file, ProblemList problems, IReadOnlySet<string>? people) =>
        file.Mappings("signals", required: true, row => Signal(row, problems, people));

    /// <summary>A file of <c>redirects/</c>.</summary>
    public static Redirect Redirect(MappingReader file, ProblemList problems, IReadOnlySet<string>? people)
    {
        var redirect = new Redirect(
            file.Text("id"),
            Role(file, problems, people),
            file.Mapping("zh", required: true, RedirectFace) ?? NoRedirectFace,
            file.Mapping("en", required: true, RedirectFace) ?? NoRedirectFace);
        file.Finish();
        return redirect;
    }

    /// <summary>A file of <c>alternates/</c>.</summary>
    public static Alternates Alternates(MappingReader file)
    {
        var alternates = new Alternates(
            file.Text("id"),
            file.Mappings("hands", required: true, hand => new AlternatesHand(hand.Text("hand"), hand.Texts("zh"), hand.Texts("en"))));
        file.Finish();
        return alternates;
    }

    private static readonly RedirectFace NoRedirectFace = new("", "", []);

    private static RedirectFace RedirectFace(MappingReader face) =>
        new(face.Text("title"), face.Text("line"), face.Texts("asks", required: true));

    private static RiskSignal Signal(MappingReader row, ProblemList problems, IReadOnlySet<string>? people)
    {
        var signal = new RiskSignal(
            row.Text("id"), Role(row, problems, people), row.Text("zh"), row.Text("en"),
            row.Texts("triggers", required: true), row.Texts("unless"));
        foreach (var _ in signal.Triggers.Concat(signal.Unless).Where(trigger => trigger.Split('+').Any(string.IsNullOrWhiteSpace)))
        {
            problems.Error(row.At("triggers"), "BadTrigger");
        }

        return signal;
    }

    private static string Role(MappingReader reader, ProblemList problems, IReadOnlySet<string>? people)
    {
        var role = reader.Text("to");
        if (role.Length > 0 && people is not null && !people.Contains(role))
        {
            problems.Error(reader.At("to"), "UnknownRole", role, string.Join(", ", people.Order(StringComparer.Ordinal)));
        }

        return role;
    }
}
