using Gradus.Matching.Instances;

namespace Gradus.Matching.Files;

/// <summary>Reads a common order that somebody listed.</summary>
public static class OrderFile
{
    /// <summary>Reads an order: one applicant per line, best first, everybody once. Who holds a post before the run may be missing, and then comes last.</summary>
    /// <exception cref="InputException">A line is not an applicant, names one twice, or applicants are missing.</exception>
    public static ApplicantOrder Read(Stream stream, string name, AllocationInstance instance)
    {
        using var reader = new CsvReader(stream, name);
        var seen = new bool[instance.ApplicantCount];
        var bestFirst = new List<int>(seen.Length);
        while (reader.Read())
        {
            var applicant = instance.Applicants.Find(reader.Field(0));
            if (Records.IsBlank(reader, 0))
            {
                continue;
            }

            if (applicant < 0 || !Records.IsBlank(reader, 1))
            {
                throw reader.Error(0, 0, $"the id of an applicant alone on its line, found “{CsvReader.Excerpt(reader.Field(0))}”");
            }

            if (seen[applicant])
            {
                throw reader.Error(0, 0, $"every applicant once; “{instance.Applicants[applicant]}” is there already");
            }

            seen[applicant] = true;
            bestFirst.Add(applicant);
        }

        var lines = bestFirst.Count;
        var missing = 0;
        for (; missing < seen.Length && (seen[missing] || instance.HeldBy(missing) >= 0); missing++)
        {
            if (!seen[missing])
            {
                bestFirst.Add(missing);
            }
        }

        return missing == seen.Length
            ? new ApplicantOrder([.. bestFirst])
            : throw new InputException(name, lines + 1, 1, $"every applicant once; “{instance.Applicants[missing]}” is missing");
    }
}
