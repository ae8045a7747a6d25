using CoachBot.Core.Turns;

namespace CoachBot.Channels.Slack.Blocks;

/// <summary>
/// Which buttons on an answer that others see are for the asker alone: those that change the message everybody reads, or speak in the
/// asker's name. What only opens something is for all; feedback is everybody's own.
/// </summary>
internal static class PressedBy
{
    private static readonly HashSet<string> AskersOwn =
    [
        CardVerbs.Full, CardVerbs.Translate, CardVerbs.Others, CardVerbs.Expert, CardVerbs.Share, CardVerbs.SetLanguage, CardVerbs.SetHere,
    ];

    /// <summary>Whether nobody else may press a button of that verb.</summary>
    public static bool AskerOnly(string verb) => AskersOwn.Contains(verb);
}
