using System.ComponentModel.DataAnnotations;
using System.Globalization;

namespace CoachBot.Core.Tips;

/// <summary>How the daily tip is delivered. Section <c>Tips</c>.</summary>
public sealed class TipOptions : IValidatableObject
{
    /// <summary>The name of the configuration section.</summary>
    public const string Section = "Tips";

    /// <summary>The time of day of a subscription that names none, <c>HH:mm</c>. Default: 09:00.</summary>
    [Required]
    public string At { get; set; } = "09:00";

    /// <summary>The IANA zone of a subscription that names none. Default: Asia/Shanghai.</summary>
    [Required]
    public string TimeZone { get; set; } = "Asia/Shanghai";

    /// <summary>How long after its time a tip is still posted, when the host was down or the channel did not take it. Default: 4 hours; 1 minute to 20 hours.</summary>
    [Range(typeof(TimeSpan), "00:01:00", "20:00:00", ConvertValueInInvariantCulture = true, ParseLimitsInInvariantCulture = true)]
    public TimeSpan CatchUpWithin { get; set; } = TimeSpan.FromHours(4);

    /// <summary>How often due tips are looked for. Default: 5 seconds; 0.1 second to 5 minutes.</summary>
    [Range(typeof(TimeSpan), "00:00:00.1", "00:05:00", ConvertValueInInvariantCulture = true, ParseLimitsInInvariantCulture = true)]
    public TimeSpan LookEvery { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>How long a replica holds a tip it works on; after that others take it for dead. Default: 1 minute; 5 seconds to 10 minutes.</summary>
    [Range(typeof(TimeSpan), "00:00:05", "00:10:00", ConvertValueInInvariantCulture = true, ParseLimitsInInvariantCulture = true)]
    public TimeSpan Lease { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>How long one attempt may take before it counts as unknown; shorter than the lease. Default: 20 seconds; 1 second to 5 minutes.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:05:00", ConvertValueInInvariantCulture = true, ParseLimitsInInvariantCulture = true)]
    public TimeSpan SendTimeout { get; set; } = TimeSpan.FromSeconds(20);

    /// <summary>The wait before the second attempt; it doubles from then on. Default: 30 seconds; 0.1 second to 1 hour.</summary>
    [Range(typeof(TimeSpan), "00:00:00.1", "01:00:00", ConvertValueInInvariantCulture = true, ParseLimitsInInvariantCulture = true)]
    public TimeSpan FirstRetryAfter { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>The longest wait between two attempts, unless the channel asks for more. Default: 15 minutes; 1 second to 4 hours.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "04:00:00", ConvertValueInInvariantCulture = true, ParseLimitsInInvariantCulture = true)]
    public TimeSpan LongestRetryAfter { get; set; } = TimeSpan.FromMinutes(15);

    /// <summary>How often a post is tried at most. Default: 20; 1 to 100.</summary>
    [Range(1, 100)]
    public int MostAttempts { get; set; } = 20;

    /// <summary>How many posts a replica sends at the same time. Default: 4; 1 to 64.</summary>
    [Range(1, 64)]
    public int MostAtOnce { get; set; } = 4;

    /// <summary>
    /// How many posts a replica begins a second, so that nine o'clock does not run into the channels' rate limits. Default: 10; 0, no
    /// limit, to 1000.
    /// </summary>
    [Range(0, 1000)]
    public int MostPerSecond { get; set; } = 10;

    /// <inheritdoc />
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (!TimeOnly.TryParseExact(At, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out _))
        {
            yield return new($"Tips__At is '{At}'; it must be a time of day such as 09:00.", [nameof(At)]);
        }

        // A machine without zones says so by itself: it must not be told that the setting is wrong.
        if (TimeZones.AreKnown && !TimeZones.Find(TimeZone, out _))
        {
            yield return new($"Tips__TimeZone is '{TimeZone}'; it must be a zone's IANA name such as Asia/Shanghai.", [nameof(TimeZone)]);
        }

        if (SendTimeout >= Lease)
        {
            yield return new("Tips__SendTimeout must be shorter than Tips__Lease, or a tip could be taken over while it is being sent.", [nameof(SendTimeout)]);
        }
    }
}
