using CoachBot.Core.Language;
using CoachBot.Core.Permissions;
using CoachBot.Core.Resources;
using CoachBot.Core.Turns;

namespace CoachBot.Core.Commands;

/// <summary>Finds the command that a text is, the longest phrase first.</summary>
public sealed class CommandRouter
{
    private const int LongestCall = 2_100;
    private static readonly char[] Marks = ['.', '!', '?', '。', ' ', '~', '…'];
    private readonly List<(string Phrase, ICommand Command)> _phrases;
    private readonly StaffDoor _door;

    /// <summary>A router over all commands that are registered.</summary>
    public CommandRouter(IEnumerable<ICommand> commands, StaffDoor door)
    {
        _door = door;
        _phrases = commands
            .SelectMany(command => command.Phrases.Select(phrase => (phrase, command)))
            .OrderByDescending(pair => pair.phrase.Length)
            .ToList();
    }

    /// <summary>Runs the command that a text is; null when it is none.</summary>
    public async Task<IReadOnlyList<OutgoingReply>?> RunAsync(Turn turn, string text, CancellationToken cancel)
    {
        if (Find(turn, text) is not var (command, call))
        {
            return IsSlash(text) ? turn.Say(TurnTexts.Get("UnknownCommand", turn.Language)) : null;
        }

        return await _door.RefuseAsync(turn, command.Needs, cancel) ?? await command.RunAsync(call, cancel);
    }

    private (ICommand Command, CommandCall Call)? Find(Turn turn, string text)
    {
        var trimmed = text.Trim();
        if (trimmed.Length is 0 or > LongestCall)
        {
            return null;
        }

        var slash = IsSlash(trimmed);
        var typed = slash ? trimmed[1..].TrimStart() : trimmed;
        var folded = TextFolding.Fold(typed);
        var whole = folded.TrimEnd(Marks);
        foreach (var (phrase, command) in _phrases)
        {
            if (Call(turn, typed, folded, whole, phrase, slash) is { } call && command.Takes(call))
            {
                return (command, call);
            }
        }

        return null;
    }

    private static CommandCall? Call(Turn turn, string typed, string folded, string whole, string phrase, bool slash)
    {
        if (!folded.StartsWith(phrase, StringComparison.Ordinal))
        {
            return null;
        }

        if (whole.Length == phrase.Length || folded.Length == phrase.Length)
        {
            return new CommandCall(turn, phrase, "", slash, Glued: false);
        }

        var parted = folded[phrase.Length] is ' ' or ':' or '\t' or '\n' or ',';
        var glued = !parted && TextFolding.IsHan(phrase[^1]);
        return parted || glued ? new CommandCall(turn, phrase, typed[phrase.Length..].Trim(' ', ':', '：', '\t', '\n', ',', '，'), slash, glued) : null;
    }

    // A slash begins a command; "/" within a path or a date does not stand first.
    private static bool IsSlash(string text)
    {
        var trimmed = text.AsSpan().TrimStart();
        return trimmed.Length > 1 && trimmed[0] is '/' or '／' && !char.IsDigit(trimmed[1]);
    }
}
