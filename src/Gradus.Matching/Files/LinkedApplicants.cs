using Gradus.Matching.Instances;

namespace Gradus.Matching.Files;

/// <summary>Links between applicants, whose partners may stand further down in the file.</summary>
internal sealed class LinkedApplicants
{
    private readonly List<PendingLink> _links = [];

    /// <summary>Notes the partner that a field names.</summary>
    public void Add(CsvReader file, int field, int applicant) => _links.Add(new PendingLink(applicant, file.Field(field).ToArray(), file.Place(file.Range(field).Start)));

    /// <summary>The partner of each applicant, −1 for none; <c>null</c> when nobody is linked.</summary>
    /// <exception cref="InputException">A link is to nobody known, to oneself, or not returned.</exception>
    public int[]? Partners(IdTable applicants, string fileName)
    {
        if (_links.Count == 0)
        {
            return null;
        }

        var partners = new int[applicants.Count];
        Array.Fill(partners, -1);
        foreach (var link in _links)
        {
            var partner = applicants.Find(link.Partner);
            partners[link.Applicant] = partner >= 0 && partner != link.Applicant
                ? partner
                : throw new InputException(fileName, link.Place.Line, link.Place.Column, $"the id of another applicant, found “{CsvReader.Excerpt(link.Partner)}”");
        }

        foreach (var link in _links.Where(link => partners[partners[link.Applicant]] != link.Applicant))
        {
            throw new InputException(fileName, link.Place.Line, link.Place.Column,
                $"a link that is returned; “{applicants[partners[link.Applicant]]}” is not linked with “{applicants[link.Applicant]}”");
        }

        return partners;
    }

    private readonly record struct PendingLink(int Applicant, byte[] Partner, (long Line, long Column) Place);
}
