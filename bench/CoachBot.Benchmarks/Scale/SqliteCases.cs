using System.Data;
using System.Globalization;
using System.Text.Json;
using CoachBot.Core.Knowledge;
using CoachBot.Core.Search;
using CoachBot.Infrastructure.Search.Analysis;
using CoachBot.Infrastructure.Search.Indexing;
using CoachBot.Infrastructure.Search.Large;
using CoachBot.Infrastructure.Search.Voting;
using Microsoft.Data.Sqlite;

namespace CoachBot.Benchmarks.Scale;

/// <summary>
/// The same cases in SQLite FTS5: one table for whole cases and one for the ways of asking, fed with the very terms that ours
/// is fed with, ranked by <c>bm25()</c>, added up with equal weight. The texts are not kept a second time (contentless); positions are,
/// because without them a contentless table knows no frequencies and <c>bm25()</c> is 0. One connection a thread.
/// </summary>
internal sealed class SqliteCases : ICaseIndex, IDisposable
{
    private const int AsksPerCase = 16;
    private readonly TextAnalysis _analysis;
    private readonly ThreadLocal<SqliteConnection> _connection;

    private readonly Voter? _signalVoter;

    public SqliteCases(string file, KnowledgePack pack, Voter? signalVoter = null)
    {
        _signalVoter = signalVoter;
        Pack = pack with { Cases = [], Alternates = [], Outside = [], SignalExamples = [] };
        _analysis = new TextAnalysis(new Glossary(pack.Glossary));
        _connection = new ThreadLocal<SqliteConnection>(() => Connect(file), trackAllValues: true);
    }

    public KnowledgePack Pack { get; }

    /// <summary>Fills a new file, in one transaction; the terms are made by all processors, as for ours.</summary>
    public void Fill(IEnumerable<LibraryEntry> entries)
    {
        Run("CREATE TABLE card(number INTEGER PRIMARY KEY, id TEXT UNIQUE, json BLOB)");
        Run("CREATE VIRTUAL TABLE text USING fts5(t, content='', contentless_delete=1)");
        Run("CREATE VIRTUAL TABLE asks USING fts5(t, content='', contentless_delete=1)");
        using var transaction = _connection.Value!.BeginTransaction();
        using var insert = new Inserts(_connection.Value!);
        var number = 0L;
        foreach (var rows in entries.Chunk(1_000).SelectMany(chunk => chunk.AsParallel().AsOrdered().Select(Rows)))
        {
            insert.Add(number++, rows);
        }

        transaction.Commit();
    }

    /// <summary>Replaces one case.</summary>
    public void Update(int number, LibraryEntry entry)
    {
        using var transaction = _connection.Value!.BeginTransaction();
        Run($"DELETE FROM card WHERE number = {number}");
        Run($"DELETE FROM text WHERE rowid = {number}");
        Run($"DELETE FROM asks WHERE rowid BETWEEN {number * AsksPerCase} AND {(number * AsksPerCase) + AsksPerCase - 1}");
        using var insert = new Inserts(_connection.Value!);
        insert.Add(number, Rows(entry));
        transaction.Commit();
    }

    public Case? Published(string id)
    {
        using var command = Command("SELECT json FROM card WHERE id = $id");
        command.Parameters.AddWithValue("$id", id);
        return command.ExecuteScalar() is byte[] json ? JsonSerializer.Deserialize(json, PackJson.Default.Case) : null;
    }

    public IReadOnlyDictionary<string, double>? SenseSignals(string text) => _signalVoter?.Probabilities(_analysis.Analyze(text).Features);

    public Findings Find(CaseQuery query)
    {
        var match = Match(_analysis.AnalyzeForIndex(query.Text));
        if (match.Length == 0)
        {
            return Findings.None;
        }

        var scores = new Dictionary<long, double>();
        Add("text", 60, 1, match, scores);
        Add("asks", 120, AsksPerCase, match, scores);
        var best = scores.OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key).Take(query.Take).ToList();
        var sum = best.Sum(pair => Math.Exp(pair.Value - best[0].Value));
        return new Findings(best.ConvertAll(pair => new CaseHit(Id(pair.Key), Math.Exp(pair.Value - best[0].Value) / sum)), null);
    }

    public void Dispose()
    {
        foreach (var connection in _connection.Values)
        {
            connection.Dispose();
        }

        _connection.Dispose();
    }

    private static SqliteConnection Connect(string file)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Pooling = false }.ToString());
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA journal_mode=WAL; PRAGMA synchronous=OFF; PRAGMA cache_size=-131072; PRAGMA temp_store=MEMORY";
        command.ExecuteNonQuery();
        return connection;
    }

    private void Add(string table, int take, int perCase, string match, Dictionary<long, double> scores)
    {
        using var command = Command($"SELECT rowid, rank FROM {table} WHERE {table} MATCH $match ORDER BY rank LIMIT {take}");
        command.Parameters.AddWithValue("$match", match);
        using var rows = command.ExecuteReader();
        var seen = new HashSet<long>();
        while (rows.Read())
        {
            var number = rows.GetInt64(0) / perCase;
            if (seen.Add(number))
            {
                scores[number] = scores.GetValueOrDefault(number) - rows.GetDouble(1);
            }
        }
    }

    private string Id(long number)
    {
        using var command = Command("SELECT id FROM card WHERE number = $number");
        command.Parameters.AddWithValue("$number", number);
        return (string)command.ExecuteScalar()!;
    }

    private Row Rows(LibraryEntry entry)
    {
        var text = CaseTexts.Of(entry.Case).SelectMany(part => Enumerable.Repeat(_analysis.AnalyzeForIndex(part.Text), part.Weight)).SelectMany(Terms);
        var asks = entry.Asks.Concat(entry.Case.Zh.Asks).Concat(entry.Case.En.Asks).Select(ask => string.Join(' ', Terms(_analysis.AnalyzeForIndex(ask))));
        return new Row(entry.Case.Id, JsonSerializer.SerializeToUtf8Bytes(entry.Case, PackJson.Default.Case), string.Join(' ', text), asks.ToList());
    }

    private static string Match(AnalyzedText question) => string.Join(
        " OR ",
        question.Terms.Distinct().Take(120).Concat(question.Concepts.Distinct().Select(Concept)).Select(term => $"\"{term}\""));

    private static IEnumerable<string> Terms(AnalyzedText text) => text.Terms.Concat(text.Concepts.Select(Concept));

    // FTS5's own tokenizer would drop the mark of a concept.
    private static string Concept(string term) => "zzc" + term[1..];

    private void Run(FormattableString sql) => Run(sql.ToString(CultureInfo.InvariantCulture));

    private void Run(string sql)
    {
        using var command = Command(sql);
        command.ExecuteNonQuery();
    }

    private SqliteCommand Command(string sql)
    {
        var command = _connection.Value!.CreateCommand();
        command.CommandText = sql;
        return command;
    }

    private sealed record Row(string Id, byte[] Json, string Text, List<string> Asks);

    private sealed class Inserts : IDisposable
    {
        private readonly SqliteCommand _card;
        private readonly SqliteCommand _text;
        private readonly SqliteCommand _asks;

        public Inserts(SqliteConnection connection)
        {
            _card = connection.CreateCommand();
            _card.CommandText = "INSERT INTO card(number, id, json) VALUES($number, $id, $json)";
            Parameters(_card, "$number", "$id", "$json");
            _text = connection.CreateCommand();
            _text.CommandText = "INSERT INTO text(rowid, t) VALUES($number, $t)";
            Parameters(_text, "$number", "$t");
            _asks = connection.CreateCommand();
            _asks.CommandText = "INSERT INTO asks(rowid, t) VALUES($number, $t)";
            Parameters(_asks, "$number", "$t");
        }

        public void Add(long number, Row row)
        {
            Execute(_card, number, row.Id, row.Json);
            Execute(_text, number, row.Text);
            foreach (var (at, ask) in row.Asks.Index())
            {
                Execute(_asks, (number * AsksPerCase) + at, ask);
            }
        }

        public void Dispose()
        {
            _card.Dispose();
            _text.Dispose();
            _asks.Dispose();
        }

        private static void Parameters(SqliteCommand command, params string[] names)
        {
            foreach (var name in names)
            {
                command.Parameters.Add(new SqliteParameter(name, DBNull.Value) { Direction = ParameterDirection.Input });
            }
        }

        private static void Execute(SqliteCommand command, params object[] values)
        {
            for (var at = 0; at < values.Length; at++)
            {
                command.Parameters[at].Value = values[at];
            }

            command.ExecuteNonQuery();
        }
    }
}
