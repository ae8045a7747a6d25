using System.Security.Cryptography;
using System.Text;
using CoachBot.Core.Documents;
using CoachBot.Core.Documents.Drafts;
using CoachBot.Core.Privacy;
using CoachBot.Infrastructure.Documents;
using Microsoft.Extensions.AI;

namespace CoachBot.Infrastructure.Drafting;

/// <summary>
/// Has a model sort passages into draft cases with both faces. Only lines that rest on words of a passage are kept; a draft is never
/// published by itself, and one that is there already is left alone.
/// </summary>
/// <param name="chat">The model.</param>
/// <param name="mask">Masks passages before they are sent.</param>
/// <param name="casesFolder">The folder of cases; drafts go to <c>drafts</c> below it.</param>
/// <param name="limit">How long one passage may take.</param>
/// <param name="time">The clock.</param>
internal sealed class ModelDrafting(IChatClient chat, IPersonalDataMask mask, string casesFolder, TimeSpan limit, TimeProvider time)
{
    private const int LeastCharacters = 80;
    private const int MostCharacters = 6_000;
    private readonly ModelGate _gate = new(TimeSpan.FromSeconds(10), time);

    /// <summary>Drafts a case from each section of a document that is long enough to tell one.</summary>
    /// <returns>What became of each section, by its first passage's id.</returns>
    public async Task<IReadOnlyList<DraftOutcome>> DraftAsync(IReadOnlyList<Passage> passages, IProgress<double>? progress, CancellationToken cancel)
    {
        var sections = passages.GroupBy(passage => passage.Section).Select(section => section.ToList())
            .Where(section => section.Sum(passage => passage.Text.Length) is >= LeastCharacters and <= MostCharacters)
            .ToList();
        var outcomes = new List<DraftOutcome>();
        foreach (var section in sections)
        {
            cancel.ThrowIfCancellationRequested();
            outcomes.Add(await DraftAsync(section, cancel));
            progress?.Report((double)outcomes.Count / sections.Count);
        }

        return outcomes;
    }

    private async Task<DraftOutcome> DraftAsync(List<Passage> section, CancellationToken cancel)
    {
        var masked = section.ConvertAll(passage => passage with { Text = mask.Mask(passage.Text).Text });
        var id = "draft-" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', masked.Select(passage => passage.Text)))))[..12];
        var path = Path.Combine(Directory.CreateDirectory(Path.Combine(casesFolder, "drafts")).FullName, id + ".yaml");
        if (File.Exists(path))
        {
            return new DraftOutcome(section[0].Id, DraftState.Known, path, 0);
        }

        using var budget = new CancellationTokenSource(limit, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancel, budget.Token);
        var data = Prompt.Data(new { passages = masked.Select(passage => new { passage.Id, Text = $"{passage.Heading}\n{passage.Text}".Trim() }) });
        var text = await _gate.AskAsync(token => chat.AskAsync(Prompt.Draft, data, token), cancel, either.Token);
        if (text is null || Prompt.Parse<Shape>(text) is not { } shape)
        {
            return new DraftOutcome(section[0].Id, DraftState.NoAnswer, null, 0);
        }

        var reading = new Reading(masked);
        var draft = reading.Read(id, shape);
        if (!draft.IsUseful)
        {
            return new DraftOutcome(section[0].Id, DraftState.NothingGrounded, null, reading.Dropped);
        }

        await File.WriteAllTextAsync(path, BilingualDraftFile.Write(draft), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), cancel);
        return new DraftOutcome(section[0].Id, DraftState.Drafted, path, reading.Dropped);
    }

    private sealed class Reading(IReadOnlyList<Passage> passages)
    {
        public int Dropped { get; private set; }

        public BilingualDraft Read(string id, Shape shape) => new()
        {
            Id = id,
            Title = Line(shape.Title),
            Situation = Line(shape.Situation),
            Say = Lines(shape.Say),
            Do = Lines(shape.Do),
            Avoid = Lines(shape.Avoid),
            Why = Line(shape.Why),
            Passages = passages,
        };

        private List<DraftLine> Lines(IReadOnlyList<LineShape?>? shapes) => (shapes ?? []).Take(12).Select(Line).OfType<DraftLine>().ToList();

        private DraftLine? Line(LineShape? shape)
        {
            if (shape is not { Zh: { } zh, En: { } en, Passage: { } passage, Quote: { } quote })
            {
                return null;
            }

            var line = new DraftLine(zh, en, passage, quote);
            if (DraftGrounds.Holds(line, passages))
            {
                return line;
            }

            Dropped++;
            return null;
        }
    }

    private sealed record Shape(
        LineShape? Title, LineShape? Situation, IReadOnlyList<LineShape?>? Say, IReadOnlyList<LineShape?>? Do, IReadOnlyList<LineShape?>? Avoid, LineShape? Why);

    private sealed record LineShape(string? Zh, string? En, string? Passage, string? Quote);
}

/// <summary>What became of one section of a document.</summary>
/// <param name="Passage">The id of its first passage.</param>
/// <param name="State">What became of it.</param>
/// <param name="File">The draft; null when there is none.</param>
/// <param name="Dropped">Lines left out because nothing in the passage carries them.</param>
public sealed record DraftOutcome(string Passage, DraftState State, string? File, int Dropped);

/// <summary>What can become of a section.</summary>
public enum DraftState
{
    /// <summary>A draft was written.</summary>
    Drafted,

    /// <summary>It was drafted before: left as it is.</summary>
    Known,

    /// <summary>The model did not answer, or with something unusable.</summary>
    NoAnswer,

    /// <summary>Nothing that the model wrote rests on the passage.</summary>
    NothingGrounded,
}
