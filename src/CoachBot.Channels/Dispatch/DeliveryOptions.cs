using System.ComponentModel.DataAnnotations;

namespace CoachBot.Channels.Dispatch;

/// <summary>How turns wait, run and are sent (section <c>Delivery</c>).</summary>
public sealed class DeliveryOptions : IValidatableObject
{
    /// <summary>The section of the settings.</summary>
    public const string Section = "Delivery";

    /// <summary>How many turns run at the same time. Default: 256, most of which wait for a channel's answer. Bounds: 1 to 4,096.</summary>
    [Range(1, 4_096)]
    public int Workers { get; set; } = 256;

    /// <summary>How many turns may wait or run; a channel is told to come again when there are more. Default: 10,000. Bounds: 1 to 1,000,000.</summary>
    [Range(1, 1_000_000)]
    public int Capacity { get; set; } = 10_000;

    /// <summary>A turn that takes longer to answer is given up. Default: 20 seconds. Bounds: 1 second to 5 minutes.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:05:00")]
    public TimeSpan TurnTimeout { get; set; } = TimeSpan.FromSeconds(20);

    /// <summary>A person who waits longer sees that the bot is at work. Default: 300 milliseconds. Bounds: 50 milliseconds to 10 seconds.</summary>
    [Range(typeof(TimeSpan), "00:00:00.05", "00:00:10")]
    public TimeSpan TypingAfter { get; set; } = TimeSpan.FromMilliseconds(300);

    /// <summary>
    /// How long a worker's claim on a message holds; after a crash somebody else takes the message when it has run out. Default:
    /// 1 minute. Bounds: 2 seconds to 30 minutes; longer than <see cref="TurnTimeout"/> and <see cref="LongestWait"/>.
    /// </summary>
    [Range(typeof(TimeSpan), "00:00:02", "00:30:00")]
    public TimeSpan Lease { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>How often a reply is offered to a channel that says "later". Default: 5. Bounds: 1 to 20.</summary>
    [Range(1, 20)]
    public int MostTries { get; set; } = 5;

    /// <summary>A channel that asks for more patience than this is given up. Default: 30 seconds. Bounds: 1 second to 20 minutes.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:20:00")]
    public TimeSpan LongestWait { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How often abandoned messages are looked for. Default: 15 seconds. Bounds: 1 second to 10 minutes.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:10:00")]
    public TimeSpan LookEvery { get; set; } = TimeSpan.FromSeconds(15);

    /// <summary>A stored message that nobody claimed for this long is abandoned. Default: 1 minute. Bounds: 1 second to 1 hour.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "01:00:00")]
    public TimeSpan Idle { get; set; } = TimeSpan.FromMinutes(1);

    /// <inheritdoc />
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Lease <= TurnTimeout || Lease <= LongestWait)
        {
            yield return new ValidationResult($"{Section}:{nameof(Lease)} must be longer than {nameof(TurnTimeout)} and {nameof(LongestWait)}.");
        }
    }
}
