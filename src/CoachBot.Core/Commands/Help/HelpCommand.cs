using CoachBot.Core.Language;
using CoachBot.Core.Permissions;
using CoachBot.Core.Resources;
using CoachBot.Core.Turns;

namespace CoachBot.Core.Commands.Help;

/// <summary>Shows what can be typed, to each person what that person may do.</summary>
public sealed class HelpCommand(Func<IEnumerable<ICommand>> commands, WhoMay may) : ICommand
{
    /// <inheritdoc />
    public IReadOnlyList<string> Phrases { get; } = CommandPhrases.Of("help");

    /// <inheritdoc />
    public Role Needs => Role.Staff;

    /// <inheritdoc />
    public HelpLine? Help(AnswerLanguage language) => null;

    /// <inheritdoc />
    public bool Takes(CommandCall call) => call.Argument.Length == 0;

    /// <inheritdoc />
    public async Task<IReadOnlyList<OutgoingReply>> RunAsync(CommandCall call, CancellationToken cancel)
    {
        var lines = new List<HelpLine> { new(TurnTexts.Get("Help.ask.usage", call.Language), TurnTexts.Get("Help.ask", call.Language)) };
        foreach (var command in commands())
        {
            if (command.Help(call.Language) is { } line && await may.HasAsync(call.Turn.Person, command.Needs, cancel))
            {
                lines.Add(line);
            }
        }

        return [new OutgoingReply(new Reply.Help(lines, call.Language))];
    }
}
