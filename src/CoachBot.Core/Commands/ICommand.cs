using CoachBot.Core.Language;
using CoachBot.Core.Permissions;
using CoachBot.Core.Turns;

namespace CoachBot.Core.Commands;

/// <summary>Something that can be typed instead of a question; registered as a service, found by its phrases.</summary>
public interface ICommand
{
    /// <summary>
    /// What calls it, folded (small letters, Simplified, half width) and without a slash, in both languages. A phrase calls the
    /// command when it is the whole text, or when an argument follows it and <see cref="Takes"/> says that it is one.
    /// </summary>
    IReadOnlyList<string> Phrases { get; }

    /// <summary>The role it needs.</summary>
    Role Needs { get; }

    /// <summary>Its line in the help; null when it has none.</summary>
    HelpLine? Help(AnswerLanguage language);

    /// <summary>Whether this call is meant for it; when it is not, the text is a question.</summary>
    bool Takes(CommandCall call);

    /// <summary>Runs it.</summary>
    Task<IReadOnlyList<OutgoingReply>> RunAsync(CommandCall call, CancellationToken cancel);
}

/// <summary>A command as it was typed.</summary>
/// <param name="Turn">The turn.</param>
/// <param name="Phrase">The phrase that called it, folded.</param>
/// <param name="Argument">What follows the phrase, as it was typed; empty when nothing does.</param>
/// <param name="Slash">Whether it began with a slash: then it is no question.</param>
/// <param name="Glued">Whether the argument follows a Chinese phrase without a space: that may be a sentence.</param>
public sealed record CommandCall(Turn Turn, string Phrase, string Argument, bool Slash, bool Glued)
{
    /// <summary>The language to answer in.</summary>
    public AnswerLanguage Language => Turn.Language;

    /// <summary>The argument, folded.</summary>
    public string FoldedArgument => TextFolding.Fold(Argument).Trim();
}
