namespace CoachBot.Channels.Slack.Blocks;

/// <summary>
/// What Block Kit allows, in characters. Where Slack counts in units that it does not document, 5 % are left free, so that no way of counting
/// makes a message too long.
/// </summary>
internal static class BlockLimits
{
    /// <summary>Blocks of a message.</summary>
    public const int MessageBlocks = 50;

    /// <summary>Blocks of a modal or Home.</summary>
    public const int ViewBlocks = 100;

    /// <summary>A text object, of 3,000.</summary>
    public const int Text = 2850;

    /// <summary>A header, of 150.</summary>
    public const int Header = 142;

    /// <summary>The words on a button, of 75.</summary>
    public const int Button = 71;

    /// <summary>An option's words, of 75.</summary>
    public const int Option = 71;

    /// <summary>An option's value.</summary>
    public const int OptionValue = 150;

    /// <summary>The title of a modal and the words on its buttons, of 24.</summary>
    public const int ViewTitle = 23;

    /// <summary>The buttons of a row.</summary>
    public const int RowButtons = 25;

    /// <summary>The options of a menu.</summary>
    public const int Options = 100;

    /// <summary>A message's text of its own: <c>chat.update</c> takes 4,000.</summary>
    public const int MessageText = 3900;

    /// <summary>The texts of all blocks of a message together: no figure is documented, this much was always taken.</summary>
    public const int AllText = 12_000;
}
