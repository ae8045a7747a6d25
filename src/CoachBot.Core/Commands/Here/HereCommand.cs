using CoachBot.Core.Language;
using CoachBot.Core.Permissions;
using CoachBot.Core.Preferences;
using CoachBot.Core.Turns;

namespace CoachBot.Core.Commands.Here;

/// <summary>Customer is here: short cards and no questions back; <c>here off</c> ends it.</summary>
public sealed class HereCommand(PersonSettings settings) : ICommand
{
    private static readonly string[] On = ["", "on", "yes", "开", "开启", "打开"];
    private static readonly string[] Off = ["off", "no", "关", "关闭", "结束"];

    /// <inheritdoc />
    public IReadOnlyList<string> Phrases { get; } = CommandPhrases.Of("here");

    /// <inheritdoc />
    public Role Needs => Role.Staff;

    /// <inheritdoc />
    public HelpLine? Help(AnswerLanguage language) => HelpLines.Of("here", language);

    /// <inheritdoc />
    public bool Takes(CommandCall call) => On.Contains(call.FoldedArgument) || Off.Contains(call.FoldedArgument);

    /// <inheritdoc />
    public async Task<IReadOnlyList<OutgoingReply>> RunAsync(CommandCall call, CancellationToken cancel)
    {
        var here = On.Contains(call.FoldedArgument);
        return [new OutgoingReply(await settings.SetAsync(call.Turn, set => set with { CustomerIsHere = here }, cancel))];
    }
}
