using System.ComponentModel.DataAnnotations;
using CoachBot.Core.Telemetry;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using OpenTelemetry;
using OpenTelemetry.Exporter;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace CoachBot.Infrastructure.Telemetry;

/// <summary>Sight into the running bot.</summary>
public static class TelemetryServices
{
    /// <summary>Counts always; sends traces, metrics and logs to a collector when one is set.</summary>
    public static IServiceCollection AddTelemetry(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddMetrics();
        services.TryAddSingleton<CoachBotMetrics>();
        services.AddOptions<TelemetryOptions>().BindConfiguration(TelemetryOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        var options = configuration.GetSection(TelemetryOptions.Section).Get<TelemetryOptions>() ?? new();
        if (options.OtlpEndpoint is not null && Validator.TryValidateObject(options, new(options), null, validateAllProperties: true))
        {
            Export(services, options);
        }

        return services;
    }

    private static void Export(IServiceCollection services, TelemetryOptions options) => services.AddOpenTelemetry()
        .ConfigureResource(resource => resource.AddService(options.ServiceName, serviceVersion: typeof(TelemetryServices).Assembly.GetName().Version?.ToString(3)))
        .WithTracing(traces => traces
            .AddSource(CoachBotMetrics.Name)
            .AddAspNetCoreInstrumentation(web => web.Filter = context => !IsProbe(context.Request.Path))
            .AddHttpClientInstrumentation()
            .AddSource("Npgsql"))
        .WithMetrics(metrics => metrics
            .AddMeter(CoachBotMetrics.Name, CoachBotMetrics.Name + ".*", "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "System.Runtime", "Npgsql"))
        .WithLogging()
        .UseOtlpExporter(options.OtlpProtocol == TelemetryOptions.Http ? OtlpExportProtocol.HttpProtobuf : OtlpExportProtocol.Grpc, new Uri(options.OtlpEndpoint!));

    // Probes come every few seconds and say nothing.
    private static bool IsProbe(Microsoft.AspNetCore.Http.PathString path) => path.StartsWithSegments("/healthz", StringComparison.Ordinal) || path.StartsWithSegments("/readyz", StringComparison.Ordinal);
}
