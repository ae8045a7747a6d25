using CoachBot.Core.Language;
using CoachBot.Core.Resources;
using CoachBot.Core.Turns;

namespace CoachBot.Core.Commands;

/// <summary>The lines of the house's own commands in the help.</summary>
internal static class HelpLines
{
    /// <summary>The line of a command.</summary>
    public static HelpLine Of(string command, AnswerLanguage language) =>
        new(TurnTexts.Get($"Help.{command}.usage", language), TurnTexts.Get("Help." + command, language));
}
