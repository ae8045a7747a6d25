using System.Globalization;
using CoachBot.Core.Language;
using CoachBot.Core.Permissions;
using CoachBot.Core.Questions;
using CoachBot.Core.Resources;
using CoachBot.Core.Turns;

namespace CoachBot.Core.Commands.Gaps;

/// <summary>Shows trainers the questions of the last week that found no answer, or a wrong one.</summary>
public sealed class GapsCommand(IQuestionLog log, TimeProvider time) : ICommand
{
    private const int Most = 15;

    // The clocks of several machines are never quite the same.
    private static readonly TimeSpan Slack = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan Week = TimeSpan.FromDays(7);

    /// <inheritdoc />
    public IReadOnlyList<string> Phrases { get; } = CommandPhrases.Of("gaps");

    /// <inheritdoc />
    public Role Needs => Role.Trainer;

    /// <inheritdoc />
    public HelpLine? Help(AnswerLanguage language) => HelpLines.Of("gaps", language);

    /// <inheritdoc />
    public bool Takes(CommandCall call) => call.Argument.Length == 0;

    /// <inheritdoc />
    public async Task<IReadOnlyList<OutgoingReply>> RunAsync(CommandCall call, CancellationToken cancel)
    {
        var now = time.GetUtcNow();
        var gaps = await log.GapsAsync(now - Week, now + Slack, Most, cancel);
        var lines = gaps.Select(gap => Line(gap, call.Language)).Prepend(
            gaps.Count == 0 ? TurnTexts.Get("NoGaps", call.Language) : TurnTexts.Get("Gaps", call.Language, gaps.Count));
        return call.Turn.Say(string.Join("\n\n", lines), ReplyPlacement.OnlyAsker);
    }

    private static string Line(Gap gap, AnswerLanguage language)
    {
        var line = string.Create(CultureInfo.InvariantCulture, $"{gap.At:MM-dd} · {gap.Text} · {TurnTexts.Get("Gap." + gap.Cause, language)}");
        return gap.ExpertAnswer is { } answer ? line + " · " + TurnTexts.Get("GapAnswer", language, answer) : line;
    }
}
