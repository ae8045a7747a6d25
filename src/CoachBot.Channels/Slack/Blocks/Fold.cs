namespace CoachBot.Channels.Slack.Blocks;

/// <summary>How much of a card is shown.</summary>
internal enum Fold
{
    /// <summary>From the sentence to the source; the situation and the trainers' note are folded away.</summary>
    Usual,

    /// <summary>Customer is here: the sentence, the steps and whom to hand over to.</summary>
    Brief,

    /// <summary>Everything.</summary>
    Open,
}
