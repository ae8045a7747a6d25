using CoachBot.Core.Language;
using CoachBot.Core.Permissions;
using CoachBot.Core.Preferences;
using CoachBot.Core.Turns;

namespace CoachBot.Core.Commands.Language;

/// <summary>Sets the language of answers; without one, shows the settings.</summary>
public sealed class LanguageCommand(PersonSettings settings) : ICommand
{
    /// <inheritdoc />
    public IReadOnlyList<string> Phrases { get; } = CommandPhrases.Of("language");

    /// <inheritdoc />
    public Role Needs => Role.Staff;

    /// <inheritdoc />
    public HelpLine? Help(AnswerLanguage language) => HelpLines.Of("language", language);

    /// <inheritdoc />
    public bool Takes(CommandCall call) => call.Argument.Length == 0 ? IsName(call) : LanguageNames.Find(call.FoldedArgument) is not null;

    /// <inheritdoc />
    public async Task<IReadOnlyList<OutgoingReply>> RunAsync(CommandCall call, CancellationToken cancel)
    {
        if (call.Argument.Length == 0)
        {
            return [new OutgoingReply(PersonSettings.Show(call.Turn))];
        }

        var chosen = LanguageNames.Find(call.FoldedArgument)!.Language;
        return [new OutgoingReply(await settings.SetAsync(call.Turn, set => set with { Language = chosen }, cancel))];
    }

    // "Speak" and "请用" alone are no command.
    private static bool IsName(CommandCall call) =>
        call.Slash || call.Phrase.Contains("lang", StringComparison.Ordinal) || call.Phrase.Contains("语言", StringComparison.Ordinal);
}
