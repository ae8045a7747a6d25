using System.ComponentModel.DataAnnotations;

namespace CoachBot.Infrastructure.Telemetry;

/// <summary>Where traces, metrics and logs are sent. Section <c>Telemetry</c>.</summary>
public sealed class TelemetryOptions : IValidatableObject
{
    /// <summary>The name of the configuration section.</summary>
    public const string Section = "Telemetry";

    /// <summary>The collector's OTLP address, such as <c>http://localhost:4317</c>; null, the default: nothing is sent.</summary>
    public string? OtlpEndpoint { get; set; }

    /// <summary><c>grpc</c> or <c>http/protobuf</c>. Default: <c>grpc</c>.</summary>
    [Required]
    public string OtlpProtocol { get; set; } = Grpc;

    /// <summary>The name that this service goes by. Default: <c>coachbot</c>.</summary>
    [Required]
    public string ServiceName { get; set; } = "coachbot";

    internal const string Grpc = "grpc";
    internal const string Http = "http/protobuf";

    /// <inheritdoc />
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (OtlpEndpoint is not null && !(Uri.TryCreate(OtlpEndpoint, UriKind.Absolute, out var address) && (address.Scheme is "http" or "https")))
        {
            yield return new($"Telemetry__OtlpEndpoint is '{OtlpEndpoint}'; it must be an http or https address.", [nameof(OtlpEndpoint)]);
        }

        if (OtlpProtocol is not (Grpc or Http))
        {
            yield return new($"Telemetry__OtlpProtocol is '{OtlpProtocol}'; it must be '{Grpc}' or '{Http}'.", [nameof(OtlpProtocol)]);
        }
    }
}
