using CoachBot.Core.Knowledge;

namespace CoachBot.Infrastructure.Search.Keyword;

/// <summary>One text of a case or passage as a person reads it.</summary>
/// <param name="Path">Where it stands, by the paths of the case format.</param>
/// <param name="Group">What part that is.</param>
/// <param name="Text">The text.</param>
internal readonly record struct ShownText(string Path, TextGroup Group, string Text);

/// <summary>Lists the texts of a face: all that is searched is also what can be shown.</summary>
internal sealed class FaceTexts(IReadOnlyDictionary<string, Person> people)
{
    /// <summary>The texts of a face without its title, in the order of the card.</summary>
    /// <param name="face">The face.</param>
    /// <param name="english">Whether roles are named in English.</param>
    public IEnumerable<ShownText> Of(Face face, bool english)
    {
        IEnumerable<ShownText?> texts =
        [
            One("situation", TextGroup.Situation, face.Situation),
            One("cue", TextGroup.Situation, face.Cue),
            .. Many("asks", TextGroup.Asks, face.Asks),
            .. Many("say", TextGroup.Steps, face.Say),
            .. Many("do", TextGroup.Steps, face.Do),
            .. face.Avoid.SelectMany((avoid, index) => Avoid($"avoid.{index + 1}", avoid)),
            .. face.Escalate.SelectMany((escalation, index) => Escalate($"escalate.{index + 1}", escalation, english)),
            One("why", TextGroup.Rest, face.Why),
            One("tip", TextGroup.Rest, face.Tip),
            One("note", TextGroup.Rest, face.Note),
            .. face.Drill is { } drill ? Drill(drill) : [],
        ];
        return texts.OfType<ShownText>();
    }

    private static ShownText? One(string path, TextGroup group, string? text) =>
        string.IsNullOrEmpty(text) ? null : new ShownText(path, group, text);

    private static IEnumerable<ShownText?> Many(string path, TextGroup group, IEnumerable<string> texts) =>
        texts.Select((text, index) => One($"{path}.{index + 1}", group, text));

    private static IEnumerable<ShownText?> Avoid(string path, Avoidance avoid) =>
    [
        One(path + ".dont", TextGroup.Steps, avoid.Dont),
        One(path + ".instead", TextGroup.Steps, avoid.Instead),
        One(path + ".why", TextGroup.Steps, avoid.Why),
    ];

    private IEnumerable<ShownText?> Escalate(string path, Escalation escalation, bool english) =>
    [
        One(path + ".when", TextGroup.Steps, escalation.When),
        One(path + ".to", TextGroup.Rest, people.TryGetValue(escalation.To, out var person) ? english ? person.En : person.Zh : escalation.To),
        One(path + ".within", TextGroup.Rest, escalation.Within),
    ];

    private static IEnumerable<ShownText?> Drill(Drill drill) =>
    [
        One("drill.customer", TextGroup.Rest, drill.Customer),
        .. drill.Wrong.SelectMany((wrong, index) => new[]
        {
            One($"drill.wrong.{index + 1}.answer", TextGroup.Rest, wrong.Answer),
            One($"drill.wrong.{index + 1}.why", TextGroup.Rest, wrong.Why),
        }),
        .. Many("drill.good", TextGroup.Rest, drill.Good),
    ];
}
