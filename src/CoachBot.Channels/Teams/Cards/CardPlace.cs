namespace CoachBot.Channels.Teams.Cards;

/// <summary>Where a card stands; it decides what its buttons may be.</summary>
internal enum CardPlace
{
    /// <summary>A message: buttons are executed and the answer comes in place.</summary>
    Message,

    /// <summary>A dialog of a message extension: buttons are submitted to the dialog, the only kind it knows.</summary>
    Dialog,
}
