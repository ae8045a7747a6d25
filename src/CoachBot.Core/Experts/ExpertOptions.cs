namespace CoachBot.Core.Experts;

/// <summary>Where experts are asked (section <c>Experts</c>).</summary>
public sealed class ExpertOptions
{
    /// <summary>The section of the settings.</summary>
    public const string Section = "Experts";

    /// <summary>The conversations that a question for experts is posted to; none: staff are told whom to ask instead. Default: none.</summary>
    public IList<ExpertChannelOptions> Channels { get; init; } = [];
}

/// <summary>One conversation of experts. Typing "who am I" there shows its three ids.</summary>
public sealed class ExpertChannelOptions
{
    /// <summary><c>teams</c> or <c>slack</c>. Required.</summary>
    public string Channel { get; set; } = "";

    /// <summary>The Teams tenant or the Slack workspace. Required.</summary>
    public string Tenant { get; set; } = "";

    /// <summary>The id of the channel. Required.</summary>
    public string Conversation { get; set; } = "";
}
