using System.Text.Json.Serialization;
using CoachBot.Core.Knowledge;

namespace CoachBot.Infrastructure.Search.Indexing;

/// <summary>Source-generated JSON of a pack: read in a tenth of the time that its YAML takes.</summary>
[JsonSerializable(typeof(KnowledgePack))]
[JsonSerializable(typeof(Case))]
[JsonSerializable(typeof(Alternates))]
internal sealed partial class PackJson : JsonSerializerContext;
