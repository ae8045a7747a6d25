using CoachBot.Core.Language;

namespace CoachBot.Core.Conversations;

/// <summary>A message that asks on about what was shown before.</summary>
public abstract record FollowUp
{
    private FollowUp()
    {
    }

    /// <summary>Picks one of the cases offered.</summary>
    /// <param name="Number">Counted from 1.</param>
    public sealed record Pick(int Number) : FollowUp;

    /// <summary>Asks for something about the open case.</summary>
    /// <param name="Aim">A name of <see cref="Knowledge.FollowUpAims"/>.</param>
    public sealed record Ask(string Aim) : FollowUp;

    /// <summary>Asks for the card in another language.</summary>
    /// <param name="Language">That language.</param>
    public sealed record Translate(AnswerLanguage Language) : FollowUp;

    /// <summary>Goes on from the open case ("and if he ..."), unless it names a case of its own.</summary>
    public sealed record Continue : FollowUp;
}
