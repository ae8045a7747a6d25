using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace CoachBot.Infrastructure.Storage;

/// <summary>Where the memory is kept. Section <c>Storage</c>.</summary>
public sealed class StorageOptions : IValidatableObject
{
    /// <summary>The name of the configuration section.</summary>
    public const string Section = "Storage";

    /// <summary>The database: <c>sqlite</c> (one file, one machine) or <c>postgres</c> (any number of machines). Default: <c>sqlite</c>.</summary>
    [Required]
    public string Provider { get; set; } = SqliteProvider;

    /// <summary>The SQLite file; null, the default: <c>coachbot.db</c> in the data folder.</summary>
    public string? File { get; set; }

    /// <summary>How to reach PostgreSQL, in Npgsql's words; required with <c>postgres</c>, of no use otherwise.</summary>
    public string? ConnectionString { get; set; }

    /// <summary>The key that secrets are sealed with, 32 bytes as base64; required once a channel keeps secrets.</summary>
    public string? SecretKey { get; set; }

    /// <summary>How long things are kept.</summary>
    [Required]
    [ValidateObjectMembers]
    public RetentionOptions Keep { get; set; } = new();

    /// <summary>The code of SQLite.</summary>
    public const string SqliteProvider = "sqlite";

    /// <summary>The code of PostgreSQL.</summary>
    public const string PostgresProvider = "postgres";

    internal bool IsPostgres => Provider == PostgresProvider;

    /// <inheritdoc />
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Provider is not (SqliteProvider or PostgresProvider))
        {
            yield return new($"Storage__Provider is '{Provider}'; it must be '{SqliteProvider}' or '{PostgresProvider}'.", [nameof(Provider)]);
        }

        if (IsPostgres == string.IsNullOrWhiteSpace(ConnectionString))
        {
            yield return new(
                IsPostgres ? "Storage__ConnectionString is missing: PostgreSQL needs it." : "Storage__ConnectionString is set but Storage__Provider is not 'postgres'.",
                [nameof(ConnectionString)]);
        }

        if (SecretKey is { } key && !IsKey(key))
        {
            yield return new("Storage__SecretKey must be 32 bytes as base64, as 'openssl rand -base64 32' prints them.", [nameof(SecretKey)]);
        }
    }

    private static bool IsKey(string text)
    {
        Span<byte> bytes = stackalloc byte[33];
        return Convert.TryFromBase64String(text, bytes, out var length) && length == 32;
    }
}
